package io.fairlead.local;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A few vessels with equipment, registered through the API like any other; those that are there stay as they are. */
final class DemoFleet {

    private static final List<String> VESSELS = List.of(
            vessel("MV101", "Demo Supply One", "4000010", "supply"),
            vessel("MV102", "Demo Tanker Two", "4000022", "tanker"),
            vessel("MV103", "Demo Tug Three", "4000034", "tug"),
            vessel("MV104", "Demo Unit Four", "4000046", "fpso"));

    private final String url;
    private final Progress progress;

    DemoFleet(String url, Progress progress) {
        this.url = url;
        this.progress = progress;
    }

    void register() {
        String token = Identity.OPERATOR.token(url);
        long created = VESSELS.stream()
                .filter(body -> post(token, "/api/v1/vessels", body))
                .count();
        progress.line("demo fleet", created == 0 ? "was there already" : created + " vessels registered");
    }

    /** Whether it is new. */
    private boolean post(String token, String path, String body) {
        HttpResponse<String> answer = Http.send(Http.to(url + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        return switch (answer.statusCode()) {
            case 201 -> true;
            case 409 -> false;
            default -> throw new LaunchException(
                    "the demo fleet is refused: POST %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        };
    }

    private static String vessel(String code, String name, String imo, String type) {
        return """
                {"code":"%s","name":"%s","imo":"%s","type":"%s"}""".formatted(code, name, imo, type);
    }
}
