package io.fairlead.job.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result of 1 GiB through the packaged service, whose heap is far smaller. */
@FairleadTest
class LargeResultIT {

    private static final int PART = 4 * 1024 * 1024;
    private static final int PARTS = 256;
    private static final int AT_ONCE = 4;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    private KillablePostgres postgres;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        postgres = new KillablePostgres(folder.resolve("postgres"), Ports.free());
        List<String> settings = new ArrayList<>(postgres.settings());
        settings.addAll(List.of(
                "-Xmx96m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfairlead.worker.enabled=false"));
        service = ServiceProcess.start(Ports.free(), Path.of("target/large-result.log"), settings);
    }

    @AfterEach
    void stop() throws Exception {
        service.kill();
        postgres.close();
    }

    @Test
    void shouldKeepAndGiveAGigabyteInAHeapOfATenth() throws Exception {
        String job = submitted();
        String attempt = "jobs/" + job + "/attempts/1/outputs/echo/parts/";
        lease(job);

        sendAll(attempt);
        complete(job);

        HttpResponse<InputStream> answer = output(job, "bytes=0-");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(sha256(answer.body())).isEqualTo(expected());
        HttpResponse<InputStream> end = output(job, "bytes=-1000");
        assertThat(end.body().readAllBytes()).hasSize(1000).containsOnly((byte) PARTS);
        assertThat(service.process().isAlive()).isTrue();
    }

    private void sendAll(String path) {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            IntStream.rangeClosed(1, PARTS)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> send(path + number, part(number)), senders))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            senders.shutdown();
        }
    }

    private void send(String path, byte[] part) {
        try {
            HttpResponse<String> answer = client.send(
                    request("/api/v1/workers/" + path + "?worker=w", Tokens.worker())
                            .header("Content-Type", "application/octet-stream")
                            .PUT(BodyPublishers.ofByteArray(part))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private String submitted() throws Exception {
        return post("/api/v1/jobs", Tokens.operator(), "{\"process\":\"outside\",\"inputs\":{\"message\":\"large\"}}")
                .path("jobID")
                .asText();
    }

    private void lease(String job) throws Exception {
        JsonNode leased =
                post("/api/v1/workers/lease", Tokens.worker(), "{\"worker\":\"w\",\"processes\":[\"outside\"]}");
        assertThat(leased.at("/jobs/0/jobID").asText()).isEqualTo(job);
    }

    private void complete(String job) throws Exception {
        String uploads = "{\"echo\":{\"parts\":%d,\"mediaType\":\"application/octet-stream\"}}".formatted(PARTS);
        JsonNode ended = post(
                "/api/v1/workers/complete",
                Tokens.worker(),
                "{\"worker\":\"w\",\"jobID\":\"%s\",\"attempt\":1,\"outputs\":{},\"uploads\":%s}"
                        .formatted(job, uploads));
        assertThat(ended.path("state").asText()).isEqualTo("successful");
    }

    private JsonNode post(String path, String token, String body) throws Exception {
        HttpResponse<String> answer = client.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    private HttpResponse<InputStream> output(String job, String range) throws Exception {
        return client.send(
                request("/api/v1/jobs/" + job + "/results/echo", Tokens.operator())
                        .header("Range", range)
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(service.url() + path)).header("Authorization", "Bearer " + token);
    }

    private static byte[] sha256(InputStream body) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream bytes = new DigestInputStream(body, digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static byte[] expected() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int number = 1; number <= PARTS; number++) {
            digest.update(part(number));
        }
        return digest.digest();
    }

    /** Of every part other bytes, so that none can stand for another. */
    private static byte[] part(int number) {
        byte[] part = new byte[PART];
        Arrays.fill(part, (byte) number);
        return part;
    }
}
