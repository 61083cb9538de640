package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart's topics, rights and processes are those of the code. */
class ChartCatalogueTest {
    private static final Path ROOT = Tools.root();
    private static final JsonNode TOPICS = yaml("files/topics.yaml");
    private static final Pattern NAME = Pattern.compile("public static final String ([A-Z_]+) = \"([a-z.]+)\";");
    private static final Pattern DEFINITION =
            Pattern.compile("new Definition\\(([A-Z_]+), (\\d+), (true|false)(?:, (true|false))?\\)");

    @Test
    void shouldCutTopicsAsTheCatalogueDoes() {
        String code = Folders.read(ROOT.resolve("common/core/src/main/java/io/fairlead/core/event/Topics.java"));
        Map<String, String> names = NAME.matcher(code)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Map<String, String> expected = new TreeMap<>();
        for (Matcher found = DEFINITION.matcher(code); found.find(); ) {
            String policy = Boolean.parseBoolean(found.group(3)) ? "compact" : "delete";
            expected.put(
                    names.get(found.group(1)),
                    "%s %s %b".formatted(found.group(2), policy, Boolean.parseBoolean(found.group(4))));
        }

        Map<String, String> cut = new TreeMap<>();
        TOPICS.forEach(topic -> cut.put(
                topic.path("name").asText(),
                "%s %s %b"
                        .formatted(
                                topic.path("partitions"),
                                topic.path("policy").asText(),
                                topic.path("brokerTime").asBoolean())));

        assertThat(cut).hasSize(names.size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet", "telemetry", "job", "relay"})
    void shouldLetServiceUseTheTopicsThatItUsesAndNoOthers(String service) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(
                Folders.read(ROOT.resolve(service + "-service/src/main/resources/application.properties"))));
        String used = settings.getProperty("fairlead.topics.used")
                .replace("${fairlead.triggers.topics}", settings.getProperty("fairlead.triggers.topics", ""));

        assertThat(allowed(service, "reads", "writes")).isEqualTo(new TreeSet<>(Arrays.asList(used.split(","))));
        assertThat(allowed(service, "reads")).isEqualTo(incoming(settings));
    }

    @Test
    void shouldCountTheJobsOfTheProcessesThatWorkersRunThemselves() {
        List<String> built = Folders.files(ROOT.resolve("job-service/src/main/resources/processes"), ".json").stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();

        assertThat(texts(yaml("values.yaml").at("/keda/queueProcesses"))).containsExactlyElementsOf(built);
    }

    private static Set<String> allowed(String service, String... ways) {
        return StreamSupport.stream(TOPICS.spliterator(), false)
                .filter(topic -> Arrays.stream(ways)
                        .anyMatch(way -> texts(topic.path(way)).contains(service)))
                .map(topic -> topic.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topics of its channels; a setting stands for others. */
    private static Set<String> incoming(Properties settings) {
        Set<String> topics = new TreeSet<>();
        settings.forEach((key, value) -> {
            if (key.toString().matches("mp\\.messaging\\.incoming\\..*\\.topics?")) {
                String text = value.toString();
                String named =
                        text.startsWith("${") ? settings.getProperty(text.substring(2, text.length() - 1)) : text;
                topics.addAll(Arrays.asList(named.split(",")));
            }
        });
        return topics;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode yaml(String file) {
        return Manifest.one(Folders.read(Tools.chart().resolve(file))).object();
    }
}
