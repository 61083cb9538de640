package io.fairlead.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.TopicWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeIT {

    @TempDir
    Path folder;

    @Test
    void shouldWriteEachReadingOnce() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic("telemetry.readings", 12, (short) 1),
                            new NewTopic("telemetry.windows", 12, (short) 1)))
                    .all()
                    .get();
        }
        try (Worker worker = new Worker(folder, folder.resolve("lake").toUri().toString(), Map.of());
                TopicWriter writer = TopicWriter.open()) {
            worker.start();
            for (int i = 0; i < 50; i++) {
                writer.send(
                        "telemetry.readings",
                        "MV102",
                        "telemetry.readings.accepted",
                        """
                        {"vessel":"MV102","batches":[{"batch":1,"door":"x"}],"tables":[{"channels":
                        [{"id":7,"channel":"count","labels":{"a":"b"},"quantity":"other","unit":null}],
                        "rows":[{"time":"2026-11-20T10:00:%02d.123456789Z","values":[%d]}]}]}
                        """
                                .formatted(i, i));
            }
            LakeReader lake = new LakeReader(folder.resolve("lake").toUri().toString());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> lake.rows(LakeTable.READINGS).size() == 50);
            assertThat(lake.rows(LakeTable.READINGS)).hasSize(50);
        }
    }
}
