package io.fairlead.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every operation that an OpenAPI document names, ready to be called with nonsense for its parameters. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** One operation. */
    record Operation(Service service, String method, String path, String contentType, boolean open) {

        @Override
        public String toString() {
            return service.key() + " " + method + " " + path;
        }
    }

    private Operations() {}

    static List<Operation> of(Service service, JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(service, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private static Operation operation(Service service, String path, String method, JsonNode operation) {
        JsonNode security = operation.path("security");
        boolean open = security.isArray() && security.isEmpty();
        var contents = operation.path("requestBody").path("content").fieldNames();
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path.replaceAll("\\{[^}]+}", "0"),
                contents.hasNext() ? contents.next() : null,
                open);
    }
}
