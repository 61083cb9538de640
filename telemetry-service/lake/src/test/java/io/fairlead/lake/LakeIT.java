package io.fairlead.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class LakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READINGS = "telemetry.readings";
    private static final String WINDOWS = "telemetry.windows";
    private static final String WINDOW =
            """
            {"series":3,"vessel":"MV102","channel":"power","labels":{"consumer":"hotel"},"quantity":"power",
            "start":"2026-11-20T23:45:00Z","end":"2026-11-21T00:00:00Z","kWh":%s,"meanKW":812.5,"minKW":null,"maxKW":null,
            "count":3,"coverageSeconds":900,"method":"mean","flags":["counter-drop"],"state":"final","revision":%d}""";

    @TempDir
    Path folder;

    @Test
    void shouldWriteReadingsAndWindowsAndPutAsideWhatCannotBeRead() throws Exception {
        LakeTopics.create();
        LakeReader lake = new LakeReader(folder.resolve("lake").toString());
        try (Worker worker = new Worker(folder, folder.resolve("lake").toString(), Map.of());
                TopicWriter writer = TopicWriter.open()) {
            worker.start();
            writer.send(READINGS, "MV102", "telemetry.readings.reported", "{\"readings\":[]}");
            String noJson = writer.send(READINGS, "MV102", "telemetry.readings.accepted", "{");
            String tooShort = writer.send(
                    READINGS,
                    "MV102",
                    "telemetry.readings.accepted",
                    event("{\"time\":\"2026-11-20T10:00:00Z\",\"values\":[]}"));
            writer.send(
                    READINGS,
                    "MV102",
                    "telemetry.readings.accepted",
                    event(
                            "{\"time\":\"2026-11-20T10:00:00.123456789Z\",\"values\":[0.1],\"qualities\":[\"bad\"]},"
                                    + "{\"time\":\"2026-11-20T10:00:01Z\",\"start\":\"2026-11-20T09:45:00Z\",\"values\":[\"n/a\"]}"));
            writer.send(WINDOWS, "3|x", "telemetry.window.changed", WINDOW.formatted("0.000000000000000001", 1));
            writer.send(WINDOWS, "3|x", "telemetry.window.changed", WINDOW.formatted("203.125", 2));
            writer.send(WINDOWS, "3|x", "telemetry.window.changed", WINDOW.formatted("\"many\"", 3));

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> lake.count(LakeTable.READINGS) >= 2 && lake.count(LakeTable.WINDOWS) >= 2);

            assertReadings(lake.rows(LakeTable.READINGS));
            assertThat(lake.rows(LakeTable.WINDOWS))
                    .extracting(row -> row.getField("kwh") + " " + row.getField("revision") + " "
                            + row.getField("flags") + " " + row.getField("window_start") + " " + row.getField("min_kw"))
                    .containsExactlyInAnyOrder(
                            "1E-18 1 [counter-drop] 2026-11-20T23:45Z null",
                            "203.125000000000000000 2 [counter-drop] 2026-11-20T23:45Z null");
            assertThat(lake.partitions(LakeTable.WINDOWS)).containsExactly("window_start_day=2026-11-20/vessel=MV102");
            assertDeadLetters(Map.of(noJson, "Its data is no JSON.", tooShort, "A row has 0 values for 1 channels."));
        }
    }

    private static String event(String rows) {
        return """
                {"vessel":"MV102","batches":[{"batch":1,"door":"json"}],"tables":[{"channels":[
                {"id":7,"channel":"speed","labels":{"side":"port"},"quantity":"other","unit":"kn"}],"rows":[%s]}]}"""
                .formatted(rows);
    }

    private static void assertReadings(List<Record> rows) {
        assertThat(rows)
                .extracting(row -> row.getField("channel") + " " + row.getField("labels") + " " + row.getField("time")
                        + " " + row.getField("time_ns") + " " + row.getField("start") + " " + row.getField("value")
                        + " " + row.getField("text") + " " + row.getField("quality") + " " + row.getField("event_row"))
                .containsExactlyInAnyOrder(
                        "speed {side=port} 2026-11-20T10:00:00.123456Z 1795168800123456789 null 0.1 null bad 0",
                        "speed {side=port} 2026-11-20T10:00:01Z 1795168801000000000 2026-11-20T09:45Z null n/a null 1");
    }

    /** Each with its reason, by the id of its event; and those of the windows, of which there is one. */
    private static void assertDeadLetters(Map<String, String> reasons) {
        try (TopicReader letters = TopicReader.open("lake.dead-letters")) {
            reasons.forEach((id, reason) -> assertThat(header(
                            letters.await(letter -> id.equals(header(letter, "ce_id")), PATIENCE),
                            "__connect.errors.exception.message"))
                    .isEqualTo(reason));
            assertThat(letters.awaitAll(letter -> true, 3, PATIENCE))
                    .extracting(letter -> header(letter, "__connect.errors.topic"))
                    .containsExactlyInAnyOrder(READINGS, READINGS, WINDOWS);
        }
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
