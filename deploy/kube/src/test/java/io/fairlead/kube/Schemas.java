package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The schemas of kubeconform, made of the API server's own OpenAPI documents, in which the installed resource definitions
 * are too: a file for each kind, in which no unknown field is allowed.
 */
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Api api;
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, JsonNode> documents = new HashMap<>();

    Schemas(Api api, Path folder) {
        this.api = api;
        this.folder = folder;
    }

    /** What kubeconform is told of where the files are. */
    String location() {
        return folder + "/{{ .ResourceKind }}{{ .KindSuffix }}.json";
    }

    /** Writes the schemas of these kinds. A kind that the server does not know gets none, which kubeconform reports. */
    void prepare(List<Manifest> manifests) {
        manifests.forEach(manifest -> {
            Path file = folder.resolve(file(manifest.apiVersion(), manifest.kind()));
            if (!Files.exists(file)) {
                write(manifest, file);
            }
        });
    }

    private void write(Manifest manifest, Path file) {
        JsonNode all = documents.computeIfAbsent(manifest.apiVersion(), this::document);
        all.properties().forEach(entry -> {
            for (JsonNode type : entry.getValue().path("x-kubernetes-group-version-kind")) {
                String group = type.path("group").asText();
                String version = (group.isEmpty() ? "" : group + "/")
                        + type.path("version").asText();
                if (version.equals(manifest.apiVersion())
                        && type.path("kind").asText().equals(manifest.kind())) {
                    save(file, entry.getKey(), all);
                }
            }
        });
    }

    private JsonNode document(String apiVersion) {
        String path = "/openapi/v3/" + (apiVersion.contains("/") ? "apis/" : "api/") + apiVersion;
        return closed(api.get(path).body().path("components").path("schemas"));
    }

    /** As kubeconform names it: of the group, only the first part. */
    private static String file(String apiVersion, String kind) {
        String[] parts = apiVersion.split("/");
        String first = parts[0].split("\\.")[0];
        return (kind + "-" + first + (parts.length > 1 ? "-" + parts[1] : "") + ".json").toLowerCase(Locale.ROOT);
    }

    private void save(Path file, String type, JsonNode all) {
        ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/definitions/" + type);
        schema.set("definitions", all);
        try {
            Files.createDirectories(folder);
            json.writeValue(file.toFile(), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns OpenAPI into JSON Schema, and closes what does not say that it is open. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && reference.isTextual()) {
                object.put("$ref", reference.asText().replace(REFERENCE, "#/definitions/"));
            }
            if (object.path("properties").isObject() && !open(object)) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.remove("type");
            }
        }
        node.forEach(Schemas::closed);
        return node;
    }

    private static boolean open(ObjectNode object) {
        return object.has("additionalProperties")
                || object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || object.path("x-kubernetes-embedded-resource").asBoolean();
    }
}
