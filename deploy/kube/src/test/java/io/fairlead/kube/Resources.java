package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the API server keeps objects of each kind, by its own discovery. */
final class Resources {
    private final Api api;
    private final Map<String, JsonNode> found = new ConcurrentHashMap<>();

    Resources(Api api) {
        this.api = api;
    }

    /**
     * @param namespace where a manifest goes that names none
     * @throws AssertionError where the server knows no such kind
     */
    String path(Manifest manifest, String namespace) {
        return collection(
                        manifest.apiVersion(),
                        manifest.kind(),
                        manifest.namespace().orElse(namespace)) + "/" + manifest.name();
    }

    String collection(String apiVersion, String kind, String namespace) {
        JsonNode resource = resource(apiVersion, kind);
        String within = resource.path("namespaced").asBoolean() ? "/namespaces/" + namespace : "";
        return base(apiVersion) + within + "/" + resource.path("name").asText();
    }

    private JsonNode resource(String apiVersion, String kind) {
        JsonNode known = found.get(apiVersion + " " + kind);
        if (known != null) {
            return known;
        }
        for (JsonNode each : api.get(base(apiVersion)).body().path("resources")) {
            if (!each.path("name").asText().contains("/")) {
                found.put(apiVersion + " " + each.path("kind").asText(), each);
            }
        }
        JsonNode resource = found.get(apiVersion + " " + kind);
        if (resource == null) {
            throw new AssertionError("the API server knows no %s of %s".formatted(kind, apiVersion));
        }
        return resource;
    }

    private static String base(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }
}
