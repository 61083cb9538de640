package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Custom Resource Definitions of what the chart stands beside, each out of what its own project publishes. */
final class Definitions {
    private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private Definitions() {}

    static List<Manifest> read() {
        List<Manifest> all = new ArrayList<>();
        for (Path file : Folders.files(Tools.path("crds"), ".yaml", ".yml")) {
            all.addAll(Manifest.all(Folders.read(file)));
        }
        all.addAll(StrimziDefinitions.generate());
        all.addAll(KeycloakDefinitions.generate());
        return all;
    }

    /** Is done when objects of all of them can be made, and their schemas be read. */
    static void install(Api api, List<Manifest> all) {
        for (Manifest each : all) {
            api.apply(PATH + "/" + each.name(), each.yaml(), false).orFail();
        }
        Set<String> names = all.stream().map(Manifest::name).collect(Collectors.toSet());
        api.await(
                PATH,
                seen -> names.stream()
                        .allMatch(name -> seen.containsKey(name) && Conditions.hold(seen.get(name), "Established")),
                Duration.ofSeconds(60));
        awaitSchemas(api, all);
    }

    /** A definition's schema appears in the server's OpenAPI documents a moment later. */
    private static void awaitSchemas(Api api, List<Manifest> definitions) {
        for (Manifest definition : definitions) {
            JsonNode spec = definition.object().path("spec");
            String kind = "\"kind\":\"" + spec.path("names").path("kind").asText() + "\"";
            for (JsonNode version : spec.path("versions")) {
                String path = "/openapi/v3/apis/" + spec.path("group").asText() + "/"
                        + version.path("name").asText();
                boolean served = version.path("served").asBoolean();
                Wait.until(
                        () -> !served || api.get(path).body().toString().contains(kind),
                        Duration.ofSeconds(60),
                        () -> "no schema of " + definition.name() + " at " + path);
            }
        }
    }
}
