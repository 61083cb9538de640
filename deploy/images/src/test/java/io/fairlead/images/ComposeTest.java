package io.fairlead.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** compose.yaml names only what there is, and keeps what it promises; compose.dev.yaml likewise. */
class ComposeTest {

    private static final List<String> SERVICES = List.of("fleet", "telemetry", "job", "relay");
    /** Settings of Quarkus and of the JVM, which no code of ours names. */
    private static final Set<String> OTHERS =
            Set.of("QUARKUS_INIT_AND_EXIT", "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "JAVA_TOOL_OPTIONS", "HOME");

    @Test
    void shouldPinTheImagesOfTheVersionsThatTheCodeIsTestedWith() throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml").get("services");

        assertThat(image(services, "postgres"))
                .isEqualTo("postgres:" + Repository.find("pom.xml", "<postgres.version>(\\d+\\.\\d+)"));
        assertThat(image(services, "keycloak"))
                .isEqualTo("quay.io/keycloak/keycloak:" + Repository.find("pom.xml", "<keycloak.version>([^<]+)"));
        assertThat(image(services, "gateway"))
                .isEqualTo("traefik:" + Repository.find("traefik/go.mod", "github.com/traefik/traefik/v3 (v\\S+)"));
        assertThat(image(services, "kafka")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    }

    @Test
    void shouldRunOurImagesOfThisVersionAndMigrateFirst() throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml").get("services");
        String version = Repository.find("pom.xml", "<version>([^<]+)</version>");

        for (String service : SERVICES) {
            String image = "fairlead/" + service + "-service:" + version;
            assertThat(image(services, service + "-service")).isEqualTo(image);
            assertThat(image(services, service + "-migrations")).isEqualTo(image);
            JsonNode needs = services.at("/" + service + "-service/depends_on");
            assertThat(needs.at("/" + service + "-migrations/condition").asText())
                    .isEqualTo("service_completed_successfully");
            assertThat(needs.at("/kafka/condition").asText()).isEqualTo("service_healthy");
            assertThat(needs.at("/keycloak/condition").asText()).isEqualTo("service_healthy");
        }
    }

    @Test
    void shouldAskEachServiceForItsHealthAndRouteToItWhereItListens() throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml").get("services");
        String gateway = services.at("/gateway/environment").toString();

        for (String service : SERVICES) {
            String port = Repository.setting(service + "-service", "fairlead.http.port");
            JsonNode test = services.at("/" + service + "-service/healthcheck/test");
            assertThat(test.get(test.size() - 1).asText()).isEqualTo("http://127.0.0.1:" + port + "/q/health/ready");
            assertThat(texts(test)).contains(Health.class.getName());
            assertThat(gateway).contains("http://" + service + "-service:" + port);
        }
        JsonNode job = services.at("/job-service/environment");
        assertThat(job.get("FAIRLEAD_FLEET_URL").asText())
                .endsWith(":" + Repository.setting("fleet-service", "fairlead.http.port"));
        assertThat(job.get("FAIRLEAD_TELEMETRY_URL").asText())
                .endsWith(":" + Repository.setting("telemetry-service", "fairlead.http.port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.dev.yaml"})
    void shouldSetOnlyWhatTheServicesKnow(String over) throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml", over).get("services");

        for (String service : SERVICES) {
            Set<String> known = Repository.keys(service + "-service").stream()
                    .map(key -> key.toUpperCase().replaceAll("[.-]", "_"))
                    .collect(Collectors.toCollection(TreeSet::new));
            known.addAll(OTHERS);
            for (String name : new String[] {service + "-service", service + "-migrations"}) {
                JsonNode container = services.path(name);
                assertThat(known).as(name).containsAll(names(container.path("environment")));
                container.path("secrets").forEach(secret -> assertThat(Repository.keys(service + "-service"))
                        .contains(secret.get("target").asText()));
            }
        }
    }

    @Test
    void shouldGiveTheGatewayOnlyWhatItsRoutesAsk() throws Exception {
        JsonNode gateway = ComposeFile.read("compose.yaml").at("/services/gateway");
        String routes = Repository.read("traefik/dynamic.yaml");

        assertThat(names(gateway.get("environment")))
                .allSatisfy(name -> assertThat(routes).contains("env \"" + name + "\""));
        Set<String> filled = placeholders(gateway.get("command").toString());
        Set<String> asked =
                placeholders(Repository.read("traefik/traefik.yaml") + Repository.read("traefik/tracing.yaml"));
        assertThat(filled).isEqualTo(asked);
    }

    @Test
    void shouldPublishOnlyTheGatewayAndGiveNobodyMoreThanItNeeds() throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml").get("services");

        services.fields().forEachRemaining(entry -> {
            JsonNode service = entry.getValue();
            assertThat(service.has("ports")).as(entry.getKey()).isEqualTo("gateway".equals(entry.getKey()));
            assertThat(texts(service.get("cap_drop"))).as(entry.getKey()).containsExactly("ALL");
            assertThat(texts(service.get("security_opt"))).contains("no-new-privileges:true");
            assertThat(service.at("/deploy/resources/limits/memory").asLong())
                    .as(entry.getKey())
                    .isPositive();
            assertThat(service.get("restart").asText()).isNotEqualTo("no");
            if (entry.getKey().matches("(fleet|telemetry|job|relay)-.*|gateway")) {
                assertThat(service.get("read_only").asBoolean())
                        .as(entry.getKey())
                        .isTrue();
                assertThat(service.get("user").asText()).isEqualTo("65532:65532");
            }
        });
        assertThat(services.at("/gateway/ports/0/host_ip").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void shouldPublishEveryPartOnLoopbackOnlyForDevelopment() throws Exception {
        JsonNode services = ComposeFile.read("compose.yaml", "compose.dev.yaml").get("services");

        assertThat(names(services)).hasSize(8).allSatisfy(name -> {
            assertThat(services.get(name).path("ports")).isNotEmpty();
            services.get(name)
                    .get("ports")
                    .forEach(port -> assertThat(port.get("host_ip").asText()).isEqualTo("127.0.0.1"));
        });
        for (String service : SERVICES) {
            String port = Repository.setting(service + "-service", "fairlead.http.port");
            assertThat(services.at("/" + service + "-service/ports/0/target").asText())
                    .isEqualTo(port);
            assertThat(services.at("/" + service + "-service/healthcheck/test").toString())
                    .contains(":" + port + "/q/health/ready");
        }
    }

    @Test
    void shouldMountOnlyFilesThatThereAre() throws Exception {
        for (JsonNode service : ComposeFile.read("compose.yaml").get("services")) {
            for (JsonNode volume : service.path("volumes")) {
                if ("bind".equals(volume.get("type").asText())) {
                    assertThat(Path.of(volume.get("source").asText())).isRegularFile();
                }
            }
        }
    }

    @Test
    void shouldDrawEverySecretOnceAndLetContainersReadIt(@TempDir Path folder) throws Exception {
        JsonNode secrets = ComposeFile.read("compose.yaml").get("secrets");
        Path script = Files.copy(
                Repository.ROOT.resolve("deploy/compose/secrets"),
                folder.resolve("secrets"),
                StandardCopyOption.COPY_ATTRIBUTES);

        assertThat(new ProcessBuilder(script.toString()).start().waitFor()).isZero();
        List<String> first = contents(folder.resolve("secrets.d"));
        assertThat(new ProcessBuilder(script.toString()).start().waitFor()).isZero();

        assertThat(contents(folder.resolve("secrets.d"))).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates().noneMatch(text -> text.contains("\n"));
        assertThat(folder.resolve("secrets.d").toFile().list()).containsExactlyInAnyOrderElementsOf(names(secrets));
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\$\\{(GATEWAY_[A-Z_]+)}")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> Repository.read(file.toString())).toList();
        }
    }

    private static String image(JsonNode services, String service) {
        return services.at("/" + service + "/image").asText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
