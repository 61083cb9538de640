package io.fairlead.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenAPI document, seen as the list of its operations. */
public final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /**
     * One operation.
     *
     * @param method in capitals
     * @param path with its parameters replaced by sample values
     * @param contentType what its body is, or null when it takes none
     * @param open whether the document marks it as public
     */
    public record Operation(String id, String method, String path, String contentType, boolean open) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Reads a document. */
    public static OpenApiDocument parse(String json) {
        try {
            return new OpenApiDocument(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    /** All operations. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> paths = root.path("paths").fields(); paths.hasNext(); ) {
            var path = paths.next();
            path.getValue().fields().forEachRemaining(entry -> {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(operation(path.getKey(), path.getValue(), entry.getKey(), entry.getValue()));
                }
            });
        }
        return operations;
    }

    /** The document, laid out so that two versions of it compare line by line. */
    public String text() {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.get("security") : root.path("security");
        Iterator<String> types = operation.path("requestBody").path("content").fieldNames();
        return new Operation(
                operation.path("operationId").asText(null),
                method.toUpperCase(),
                fill(path, item, operation),
                types.hasNext() ? types.next() : null,
                security.isEmpty());
    }

    private static String fill(String path, JsonNode item, JsonNode operation) {
        String filled = path;
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (JsonNode parameter : parameters) {
            if (parameter.path("in").asText().equals("path")) {
                filled = filled.replace("{" + parameter.path("name").asText() + "}", sample(parameter.path("schema")));
            }
        }
        return filled.replaceAll("\\{[^}]*}", "sample");
    }

    private static String sample(JsonNode schema) {
        if (schema.path("format").asText().equals("uuid")
                || schema.path("$ref").asText().endsWith("UUID")) {
            return "00000000-0000-0000-0000-000000000000";
        }
        return schema.path("type").asText().equals("integer") ? "1" : "sample";
    }
}
