package io.fairlead.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeSettingsTest {

    @TempDir
    Path folder;

    @Test
    void shouldNameGroupTopicsAndTablesByTheLake() {
        LakeSettings settings =
                new LakeSettings(Map.of("FAIRLEAD_LAKE_NAME", "north", "FAIRLEAD_LAKE_WAREHOUSE", "/lake"));

        assertThat(settings.worker())
                .containsEntry("group.id", "fairlead-north")
                .containsEntry("config.storage.topic", "north.connect-configs");
        assertThat(settings.sink(LakeTable.WINDOWS))
                .containsEntry("topics", "telemetry.windows")
                .containsEntry("iceberg.tables", "telemetry.windows")
                .containsEntry("iceberg.control.topic", "north.control")
                .containsEntry("errors.deadletterqueue.topic.name", "north.dead-letters");
    }

    @Test
    void shouldLetTheFileOfFurtherPropertiesWin() throws IOException {
        Path file = Files.writeString(
                folder.resolve("lake.properties"), "worker.group.id=mine\nsink.iceberg.catalog.uri=https://catalog\n");

        LakeSettings settings = new LakeSettings(Map.of(
                "FAIRLEAD_LAKE_PROPERTIES",
                file.toString(),
                "FAIRLEAD_LAKE_WAREHOUSE",
                "s3://bucket/lake",
                "FAIRLEAD_LAKE_CATALOG",
                "rest"));

        assertThat(settings.worker()).containsEntry("group.id", "mine");
        assertThat(settings.sink(LakeTable.READINGS))
                .containsEntry("iceberg.catalog.type", "rest")
                .containsEntry("iceberg.catalog.uri", "https://catalog")
                .containsEntry("iceberg.catalog.warehouse", "s3://bucket/lake");
    }

    @Test
    void shouldConnectEachClientOfKafkaAsTheServicesDo() {
        LakeSettings settings = new LakeSettings(Map.of(
                "FAIRLEAD_LAKE_WAREHOUSE", "/lake",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/ca.pem",
                "KAFKA_PORT", "tcp://10.0.0.1:9092"));

        for (String client : new String[] {"", "producer.", "consumer.", "admin."}) {
            assertThat(settings.worker())
                    .containsEntry(client + "security.protocol", "SASL_SSL")
                    .containsEntry(client + "ssl.truststore.location", "/ca.pem");
        }
        assertThat(settings.sink(LakeTable.READINGS))
                .containsEntry("iceberg.kafka.security.protocol", "SASL_SSL")
                .containsEntry("iceberg.kafka.ssl.truststore.location", "/ca.pem");
        assertThat(settings.worker()).doesNotContainKey("port");
    }

    @Test
    void shouldSayWhatIsMissingWhenNoWarehouseIsSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LakeSettings(Map.of()).check())
                .withMessage("FAIRLEAD_LAKE_WAREHOUSE must be set.");
    }
}
