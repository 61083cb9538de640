package io.fairlead.telemetry.crash;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large part is fetched from an instance that has less memory than the part has bytes and is ended with SIGKILL in the
 * middle; another one sends the rest.
 */
class ExportKillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String VESSEL = "MV102";
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
    private static final int BATCHES = 12;
    private static final int BATCH = 125_000;
    private static final int EVERY_MILLIS = 150;
    private static final int BEFORE_THE_KILL = 1 << 20;
    private static final int HEAP = 128 << 20;
    private static final int AT_ONCE = 6;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldGoOnAtAnotherInstanceWhenTheFirstWasKilled() throws Exception {
        try (KillablePostgres postgres = new KillablePostgres(folder.resolve("postgres"), Ports.free())) {
            List<String> settings = new ArrayList<>(postgres.settings());
            settings.addAll(List.of(
                    "-Dfairlead.exports.part-rows=2000000",
                    "-Dfairlead.store.seal-after=PT0S",
                    "-Dfairlead.store.seal-every=0.1s"));
            try (ServiceProcess other = ServiceProcess.start(Ports.free(), folder.resolve("other.log"), settings)) {
                Vessels.add(postgres, VESSEL);
                report(other);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> postgres.number("select count(*) from telemetry.head") == 0);
                settings.add("-Xmx" + HEAP);
                try (ServiceProcess one = ServiceProcess.start(Ports.free(), folder.resolve("one.log"), settings)) {
                    assertThat(heads(one, onlyPart(one, "parquet")))
                            .contains(200)
                            .isSubsetOf(200, 503);
                    String part = onlyPart(one, "ndjson");
                    Path file = folder.resolve("part.ndjson");

                    String tag = fetchUntilKilled(one, part, file);
                    HttpResponse<InputStream> rest =
                            get(other, part, "Range", "bytes=" + Files.size(file) + "-", "If-Range", tag);
                    assertThat(rest.statusCode()).isEqualTo(206);
                    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                        rest.body().transferTo(out);
                    }

                    assertThat(Files.size(file)).isGreaterThan(HEAP);
                    assertThat("\"" + sha256(file) + "\"").isEqualTo(tag);
                    try (var lines = Files.lines(file)) {
                        assertThat(lines.count()).isEqualTo(BATCHES * BATCH);
                    }
                }
            }
        }
    }

    private static void report(ServiceProcess service) {
        for (long batch = 0; batch < BATCHES; batch++) {
            String csv = LongStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(i -> VESSEL + ",engine.main.shaft.revolutions," + START.plusMillis(i * EVERY_MILLIS) + ","
                            + i % 977 + ".25")
                    .collect(Collectors.joining("\r\n", "vessel,channel,time,value\r\n", "\r\n"));
            given().auth()
                    .oauth2(Tokens.ship(VESSEL))
                    .contentType("text/csv")
                    .body(csv.getBytes(StandardCharsets.UTF_8))
                    .post(service.url() + "/api/v1/sensors/readings")
                    .then()
                    .statusCode(200);
        }
    }

    private static String onlyPart(ServiceProcess service, String format) {
        String id = given().auth()
                .oauth2(Tokens.viewer())
                .contentType(ContentType.JSON)
                .body("{\"content\":\"readings\",\"format\":\"%s\",\"start\":\"%s\"}".formatted(format, START))
                .post(service.url() + "/api/v1/exports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> urls = given().auth()
                .oauth2(Tokens.viewer())
                .get(service.url() + "/api/v1/exports/" + id + "/parts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.url");
        assertThat(urls).hasSize(1);
        return URI.create(urls.get(0)).getPath();
    }

    /** Makes a part for many at once without sending it. */
    private List<Integer> heads(ServiceProcess service, String part) {
        HttpRequest head =
                request(service, part).method("HEAD", BodyPublishers.noBody()).build();
        List<CompletableFuture<HttpResponse<Void>>> answers = Stream.generate(
                        () -> client.sendAsync(head, BodyHandlers.discarding()))
                .limit(AT_ONCE)
                .toList();
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    /** What came before the kill is in the file then. */
    private String fetchUntilKilled(ServiceProcess service, String part, Path file)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(service, part);
        try (InputStream in = answer.body();
                OutputStream out = Files.newOutputStream(file)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            out.write(in.readNBytes(BEFORE_THE_KILL));
            service.kill();
            assertThatThrownBy(() -> in.transferTo(out)).isInstanceOf(IOException.class);
        }
        assertThat(Files.size(file))
                .isLessThan(answer.headers().firstValueAsLong("Content-Length").orElseThrow());
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<InputStream> get(ServiceProcess service, String part, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(service, part);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static HttpRequest.Builder request(ServiceProcess service, String part) {
        return HttpRequest.newBuilder(URI.create(service.url() + part))
                .header("Authorization", "Bearer " + Tokens.viewer());
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
