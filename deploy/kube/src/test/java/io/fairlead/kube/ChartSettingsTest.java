package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart says of the services is what their code says. */
@Needs("helm")
class ChartSettingsTest {
    private static final Chart CHART = Chart.fairlead();
    private static final Pattern IMAGE = Pattern.compile("fairlead/([a-z]+-service):(.+)");

    private static final Map<Path, List<JsonNode>> CONTAINERS = new ConcurrentHashMap<>();

    static Stream<Path> variants() {
        return CHART.variants().stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shouldSetOnlyWhatServicesKnow(Path variant) {
        List<JsonNode> containers = containers(variant);

        assertThat(containers).hasSize(9);
        for (JsonNode container : containers) {
            String service = service(container);
            List<String> unknown = new ArrayList<>(names(container.path("env")));
            unknown.removeAll(SettingNames.of(service));
            assertThat(unknown).as(service).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shouldRunThisVersionOnThePortsThatServicesHave(Path variant) {
        String version = find("pom.xml", "<version>([^<]+)</version>");

        assertThat(containers(variant)).allSatisfy(container -> {
            String image = container.path("image").asText();
            assertThat(image).matches(IMAGE).endsWith(":" + version);
            container.path("ports").forEach(port -> assertThat(
                            port.path("containerPort").asText())
                    .isEqualTo(find(
                            service(container) + "/src/main/resources/application.properties",
                            "fairlead.http.port=(\\d+)")));
        });
    }

    @Test
    void shouldMigrateAnewForAnotherVersionAndForNothingElse() {
        Path variant = CHART.folder().resolve("ci/minimal-existing-values.yaml");
        List<String> before = migrations(variant);

        assertThat(migrations(variant, "--set", "workloads.defaults.replicas=7"))
                .isEqualTo(before);
        assertThat(migrations(variant, "--set", "image.tag=another"))
                .hasSameSizeAs(before)
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void shouldMakeRolesAsEverywhereElse() {
        assertThat(CHART.folder().resolve("files/database-roles.sql"))
                .hasSameTextualContentAs(
                        Tools.root().resolve("common/parts/src/main/resources/io/fairlead/parts/database-roles.sql"));
    }

    private static List<String> migrations(Path variant, String... more) {
        return Manifest.all(CHART.render("fairlead", variant, more)).stream()
                .filter(manifest -> "Job".equals(manifest.kind()))
                .map(Manifest::name)
                .toList();
    }

    private static List<JsonNode> containers(Path variant) {
        return CONTAINERS.computeIfAbsent(variant, file -> Manifest.all(CHART.render("fairlead", file)).stream()
                .flatMap(manifest -> manifest.pod().stream())
                .map(pod -> pod.at("/spec/containers/0"))
                .toList());
    }

    private static String service(JsonNode container) {
        Matcher image = IMAGE.matcher(container.path("image").asText());
        assertThat(image.matches()).isTrue();
        return image.group(1);
    }

    private static List<String> names(JsonNode environment) {
        return environment.findValuesAsText("name").stream()
                .filter(name -> name.matches("[A-Z0-9_]+"))
                .toList();
    }

    private static String find(String file, String pattern) {
        Matcher found =
                Pattern.compile(pattern).matcher(Folders.read(Tools.root().resolve(file)));
        assertThat(found.find()).as(file).isTrue();
        return found.group(1);
    }
}
