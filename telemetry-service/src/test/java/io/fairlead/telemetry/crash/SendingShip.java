package io.fairlead.telemetry.crash;

import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A ship that sends batch after batch, and each until it is answered with success: one channel by the JSON door, one as
 * line protocol. Reading {@code i} of a channel is of second {@code i} and has the value {@code i}.
 */
final class SendingShip {

    static final String JSON = "json.count";
    static final String LINES = "lines.count";
    private static final int BATCH = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String vessel;
    private final Instant start;
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean sending;
    private CompletableFuture<Void> running;

    SendingShip(String url, String vessel, Instant start) {
        this.url = url;
        this.token = Tokens.ship(vessel);
        this.vessel = vessel;
        this.start = start;
    }

    /** Sends one more batch by each door. */
    void sendOne() {
        int first = accepted.get();
        Awaitility.await().atMost(PATIENCE).until(() -> isAccepted("/api/v1/sensors/readings", json(first)));
        Awaitility.await().atMost(PATIENCE).until(() -> isAccepted("/api/v2/write?precision=s", lines(first)));
        accepted.addAndGet(BATCH);
    }

    /** Sends until it is told to stop. */
    void keepSending() {
        sending = true;
        running = CompletableFuture.runAsync(() -> {
            while (sending) {
                sendOne();
            }
        });
    }

    /** Waits until so many more batches were accepted. */
    void awaitAccepted(int batches) {
        int enough = accepted.get() + batches * BATCH;
        Awaitility.await().atMost(PATIENCE).until(() -> accepted.get() >= enough);
    }

    /** Sends the batch that it is at to the end, and no more. */
    void stop() {
        sending = false;
        running.join();
    }

    /** How many readings of each channel were accepted. */
    int accepted() {
        return accepted.get();
    }

    /** What the API must answer of each channel. */
    List<String> expected() {
        return IntStream.range(0, accepted.get())
                .mapToObj(i -> start.plusSeconds(i) + " " + i)
                .toList();
    }

    /** What the API answers of a channel, row by row. */
    List<String> read(String channel) {
        String csv = RestAssured.given()
                .auth()
                .oauth2(Tokens.viewer())
                .get(url + "/api/v1/sensors/readings?format=csv&vessel=" + vessel + "&channel=" + channel)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> lines = csv.lines().toList();
        List<String> columns = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> Instant.parse(row[columns.indexOf("time")]) + " "
                        + (long) Double.parseDouble(row[columns.indexOf("value")]))
                .toList();
    }

    private boolean isAccepted(String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.startsWith("/api/v2") ? "text/plain" : "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 400 && status < 500) {
                throw new IllegalStateException(path + " answers " + status);
            }
            return status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    private String json(int first) {
        String readings = numbers(first)
                .mapToObj(i ->
                        "{\"channel\":\"%s\",\"time\":\"%s\",\"value\":%d}".formatted(JSON, start.plusSeconds(i), i))
                .collect(Collectors.joining(","));
        return "{\"vessel\":\"%s\",\"readings\":[%s]}".formatted(vessel, readings);
    }

    private String lines(int first) {
        return numbers(first)
                .mapToObj(i -> "%s,vessel=%s value=%d %d".formatted(LINES, vessel, i, start.getEpochSecond() + i))
                .collect(Collectors.joining("\n"));
    }

    private static IntStream numbers(int first) {
        return IntStream.range(first, first + BATCH);
    }
}
