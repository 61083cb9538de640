package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class IngestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KnownVessels vessels;

    @Inject
    Pool pool;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldChangeNothingWhenABatchIsSentAgain() {
        String batch = body(at("04:00:00", 10), at("04:05:00", 20));
        reportPower(vessel, batch).statusCode(200).body("accepted", equalTo(2));
        String before = snapshot();

        reportPower(vessel, batch).statusCode(200).body("accepted", equalTo(0), "duplicate", equalTo(2));
        reportPower(vessel, body(at("04:05:00", 20), at("04:00:00", 10))).body("accepted", equalTo(0));
        reportPower(vessel, body(at("04:05:00", 20), at("04:05:00", 20))).body("duplicate", equalTo(2));

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void shouldNotUndoACorrectionWhenTheEarlierBatchIsSentAgain() {
        String earlier = body(at("04:00:00", 10));
        reportPower(vessel, earlier).statusCode(200);
        reportPower(vessel, body(at("04:00:00", 20))).statusCode(200);

        reportPower(vessel, earlier).statusCode(200).body("duplicate", equalTo(1));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").body("windows.kWh", contains(5));
    }

    @Test
    void shouldAnswerTheSameWhenTheRequestIsRepeatedUnderOneKey() {
        String key = UUID.randomUUID().toString();

        for (String replayed : new String[] {null, "true"}) {
            given().auth()
                    .oauth2(Tokens.ship(vessel))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body(at("04:00:00", 10)))
                    .post("/api/v1/power")
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", equalTo(replayed))
                    .body("accepted", equalTo(1));
        }
    }

    @Test
    void shouldLoseNoReadingWhenManyWriteToOneWindow() throws Exception {
        int writers = 16;
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String reading = at("04:%02d:%02d".formatted(i / 2, 30 * (i % 2)), i);
            running.add(CompletableFuture.runAsync(() -> {
                await(start);
                reportPower(vessel, body(reading)).statusCode(200);
            }));
        }

        start.countDown();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T04:15:00Z")
                .body("windows.count", contains(writers), "windows.meanKW", contains(7.5f))
                .body("windows.revision", contains(writers));
    }

    @Test
    void shouldTellReadingsAndWindowsWhenABatchIsAccepted() {
        try (TopicReader readings = TopicReader.open(Topics.TELEMETRY_READINGS);
                TopicReader windows = TopicReader.open(Topics.TELEMETRY_WINDOWS)) {
            reportPower(vessel, body(at("04:00:00", 10), at("04:20:00", 10))).statusCode(200);
            readings.await(record -> vessel.equals(record.key()), PATIENCE);
            reportPower(vessel, body(at("04:00:00", 10), at("04:25:00", 20))).statusCode(200);

            var batches = readings.awaitAll(record -> vessel.equals(record.key()), 2, PATIENCE);
            assertThat(text(batches.get(1))).contains("04:25:00Z").doesNotContain("04:00:00Z");

            var changes = windows.awaitAll(record -> text(record).contains(vessel), 3, PATIENCE);
            assertThat(changes)
                    .extracting(ConsumerRecord::key)
                    .allMatch(key -> key.matches("\\d+\\|2026-01-31T04:.5:00Z|\\d+\\|2026-01-31T04:30:00Z"));
            var last = windows.await(
                    record -> text(record).contains(vessel) && text(record).contains("\"revision\":2"), PATIENCE);
            assertThat(text(last))
                    .contains(
                            "\"end\":\"2026-01-31T04:30:00Z\"",
                            "\"kWh\":3.75",
                            "\"provisional\"",
                            "\"method\":\"mean\"");
        }
    }

    @Test
    void shouldKeepManyReadingsInOneRequest() {
        String[] readings = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"time\":\"%s\",\"value\":%d}"
                        .formatted(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(5L * i), i % 100))
                .toArray(String[]::new);

        reportPower(vessel, body(readings)).statusCode(200).body("accepted", equalTo(20_000));

        power(vessel, "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z").body("windows.count.sum()", equalTo(20_000));
    }

    private String snapshot() {
        return pool.query("select string_agg(w::text, ';' order by series_id, window_end) from power_window w")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private String body(String... readings) {
        return "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s]}".formatted(vessel, String.join(",", readings));
    }

    private static String at(String time, double value) {
        return "{\"time\":\"2026-01-31T%sZ\",\"value\":%s}".formatted(time, value);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
