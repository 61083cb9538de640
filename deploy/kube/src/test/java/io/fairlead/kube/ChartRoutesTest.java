package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The chart's routes are those of traefik/dynamic.yaml, and HTTPRoutes lead where these lead. */
@Needs("helm")
class ChartRoutesTest {
    private static final Chart CHART = Chart.fairlead();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GATEWAY_API = "gateway-api-values.yaml";

    @Test
    void shouldHaveEveryRouteOfTheGateway() {
        JsonNode gateway = gateway();
        List<JsonNode> routes = ofKind("all-operators-values.yaml", "IngressRoute");

        Map<String, String> expected = new TreeMap<>();
        gateway.at("/http/routers")
                .forEach(router -> expected.put(
                        text(router.path("rule")),
                        "%s %s %s"
                                .formatted(
                                        router.path("priority"), router.path("service"), router.path("middlewares"))));
        Map<String, String> found = new TreeMap<>();
        routes.get(0).at("/spec/routes").forEach(route -> {
            String rule = text(route.path("match"));
            assertThat(rule).startsWith("(Host(`fairlead.example.org`)) && (");
            found.put(
                    rule.substring(rule.indexOf("&& (") + 4, rule.length() - 1),
                    "%s \"%s\" [\"%s\"]"
                            .formatted(
                                    route.path("priority"),
                                    route.at("/services/0/name").asText().replaceAll("fairlead-|-service", ""),
                                    route.at("/middlewares/0/name").asText().replaceFirst("fairlead-", "")));
        });

        assertThat(routes).hasSize(1);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void shouldHaveEveryMiddlewareOfTheGateway() {
        Map<String, JsonNode> expected = new TreeMap<>();
        gateway()
                .at("/http/middlewares")
                .fields()
                .forEachRemaining(entry -> expected.put(entry.getKey(), entry.getValue()));
        Map<String, JsonNode> found = new TreeMap<>();
        ofKind("all-operators-values.yaml", "Middleware")
                .forEach(middleware -> found.put(
                        middleware.at("/metadata/name").asText().replaceFirst("fairlead-", ""),
                        chained(middleware.path("spec"))));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void shouldLeadWhereTraefikLeadsByHttpRoutesToo() {
        List<RouteRule> traefik =
                RouteRule.ofTraefik(ofKind(GATEWAY_API, "IngressRoute", "--set", "routes.mode=traefik")
                        .get(0));
        List<RouteRule> gateway = ofKind(GATEWAY_API, "HTTPRoute").stream()
                .flatMap(route -> RouteRule.ofGateway(route).stream())
                .toList();

        List<String> paths = paths();

        assertThat(paths).hasSizeGreaterThan(100).allSatisfy(path -> assertThat(RouteRule.owner(gateway, path))
                .as(path)
                .isPresent()
                .isEqualTo(RouteRule.owner(traefik, path)));
        assertThat(RouteRule.owner(gateway, "/q/health/ready")).isEmpty();
        assertThat(RouteRule.owner(gateway, "/api/v1/vesselsX")).isEmpty();
        assertThat(RouteRule.owner(gateway, "/auth/admin")).isEmpty();
    }

    /** A chain of objects as one of names, which is how the gateway's own file writes it. */
    private static JsonNode chained(JsonNode spec) {
        ObjectNode written = spec.deepCopy();
        if (written.has("chain")) {
            ArrayNode names = written.putObject("chain").putArray("middlewares");
            spec.at("/chain/middlewares")
                    .forEach(link -> names.add(link.path("name").asText().replaceFirst("fairlead-", "")));
        }
        return written;
    }

    /** Every path of the API, the pages, and what the identity provider is asked. */
    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/fleet",
                "/vessels/MV101",
                "/admin/tokens",
                "/app/config.json",
                "/app/assets/index-1.js",
                "/docs",
                "/redoc/",
                "/auth/realms/fairlead",
                "/api/v1",
                "/odata/v1/$metadata"));
        Path documents = Tools.root().resolve("docs/openapi");
        for (Path document : Folders.files(documents, ".json")) {
            Manifest.one(Folders.read(document))
                    .object()
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> paths.add(path.replaceAll("\\{[^}]+}", "1")));
        }
        return paths;
    }

    /** The gateway's own file, with what Traefik fills in at its start; the admin console is let through in both. */
    private static JsonNode gateway() {
        String file = Folders.read(Tools.root().resolve("traefik/dynamic.yaml"))
                .replaceAll("(?s)^\\{\\{- /\\*.*?}}\\s*http:", "http:")
                .replaceAll("(?s)\n  services:\n.*", "\n")
                .replaceAll("\\{\\{ env \"[A-Z_]+\" \\| default \"(\\d+)\" }}", "$1")
                .replaceAll("(?m)^\\{\\{-.*}}\n", "");
        return JSON.valueToTree(new Yaml().load(file));
    }

    private static List<JsonNode> ofKind(String variant, String kind, String... more) {
        Path values = CHART.folder().resolve("ci").resolve(variant);
        return Manifest.all(CHART.render("fairlead", values, more)).stream()
                .map(Manifest::object)
                .filter(object -> kind.equals(object.path("kind").asText()))
                .toList();
    }

    private static String text(JsonNode folded) {
        return folded.asText().strip().replaceAll("\\s+", " ");
    }
}
