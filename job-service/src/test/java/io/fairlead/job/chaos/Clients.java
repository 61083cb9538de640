package io.fairlead.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Those who submit jobs and call some of them off, at any instance, each call until it is answered. They keep what they were
 * told.
 */
final class Clients {

    static final String LICENCE = "outside-engine";
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final int BATCH = 20;
    private static final int PROJECTS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> urls;
    private final Random random;
    private final String token = Tokens.admin();
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private final Set<UUID> dismissed = ConcurrentHashMap.newKeySet();

    Clients(List<String> urls, Random random) {
        this.urls = urls;
        this.random = random;
    }

    Set<UUID> accepted() {
        return accepted;
    }

    Set<UUID> dismissed() {
        return dismissed;
    }

    void makeProjects() throws IOException, InterruptedException {
        for (int i = 0; i < PROJECTS; i++) {
            call("POST", "/api/v1/projects", "{\"id\":\"p%d\",\"name\":\"project %d\"}".formatted(i, i));
        }
    }

    void setSeats(int seats) throws IOException, InterruptedException {
        call("PUT", "/api/v1/licences/" + LICENCE, "{\"seats\":" + seats + "}");
    }

    /** Submits one job, or a batch, and calls one in ten off. */
    void submitSome() throws IOException, InterruptedException {
        List<UUID> jobs = random.nextInt(3) == 0 ? submitBatch() : List.of(submitOne());
        accepted.addAll(jobs);
        for (UUID job : jobs) {
            if (random.nextInt(10) == 0
                    && call("DELETE", "/api/v1/jobs/" + job, null).statusCode() == 200) {
                dismissed.add(job);
            }
        }
    }

    private UUID submitOne() throws IOException, InterruptedException {
        HttpResponse<String> answer = call("POST", "/api/v1/jobs", job());
        return UUID.fromString(json.readTree(answer.body()).get("jobID").asText());
    }

    private List<UUID> submitBatch() throws IOException, InterruptedException {
        String body =
                IntStream.range(0, BATCH).mapToObj(i -> job()).collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
        JsonNode jobs =
                json.readTree(call("POST", "/api/v1/jobs/batch", body).body()).get("jobs");
        return IntStream.range(0, jobs.size())
                .mapToObj(i -> UUID.fromString(jobs.get(i).get("jobID").asText()))
                .toList();
    }

    private String job() {
        int kind = random.nextInt(100);
        boolean slow = random.nextInt(20) == 0;
        if (kind < 60) {
            return request("echo", "hello", slow ? "2" : "0");
        }
        String message = random.nextInt(30) == 0 ? "fail" : random.nextInt(30) == 0 ? "refuse" : "hello";
        return request(kind < 88 ? "outside" : "outside-licensed", message, slow ? "2.5" : "0.05");
    }

    private String request(String process, String message, String pause) {
        return """
               {"process":"%s","project":"p%d","inputs":{"message":"%s","pause":%s}}"""
                .formatted(process, random.nextInt(PROJECTS), message, pause);
    }

    /** Repeats a call, which its key makes safe, until an instance has answered it for good. */
    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        while (true) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(urls.get(random.nextInt(urls.size())) + path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300 || method.equals("DELETE") && answer.statusCode() == 409) {
                    return answer;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 409) {
                    throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + answer.body());
                }
            } catch (IOException again) {
                // the next instance is asked
            }
        }
    }
}
