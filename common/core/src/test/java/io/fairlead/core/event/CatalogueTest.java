package io.fairlead.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document, the catalogue in the code and the schemas tell the same. */
class CatalogueTest {

    private static final Path DOCS = Path.of(System.getProperty("fairlead.root"), "docs");

    @Test
    void shouldDescribeTheTopicsAsTheCodeCutsThem() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());

        assertThat(document.path("channels")).isNotEmpty().allSatisfy(channel -> {
            Topics.Definition topic =
                    Topics.find(channel.path("address").asText()).orElseThrow();
            JsonNode kafka = channel.path("bindings").path("kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
            assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText())
                    .isEqualTo(topic.compacted() ? "compact" : "delete");
            assertThat(kafka.at("/topicConfiguration/message.timestamp.type").asText())
                    .isEqualTo(topic.brokerTime() ? "LogAppendTime" : "");
        });
    }

    @Test
    void shouldReferToSchemasThatExist() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());

        assertThat(document.at("/components/messages")).isNotEmpty().allSatisfy(message -> assertThat(
                        DOCS.resolve(message.at("/payload/$ref").asText()))
                .exists());
        try (var schemas = Files.list(DOCS.resolve("events"))) {
            assertThat(schemas.count()).isEqualTo(document.path("channels").size());
        }
    }
}
