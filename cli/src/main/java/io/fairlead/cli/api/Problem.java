package io.fairlead.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.StringJoiner;

/** A problem document (RFC 9457) in words. */
final class Problem {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problem() {}

    /** Title and detail, and a line for each field that is wrong. */
    static String words(int status, String body) {
        JsonNode problem = parsed(body);
        StringJoiner words = new StringJoiner("\n");
        words.add(headline(status, problem));
        for (JsonNode error : problem.path("errors")) {
            String field = first(error, "pointer", "field", "name");
            words.add("  " + (field.isEmpty() ? "" : field + ": ") + first(error, "detail", "message"));
        }
        for (JsonNode violation : problem.path("violations")) {
            words.add("  " + violation.path("field").asText() + ": "
                    + violation.path("message").asText());
        }
        return words.toString();
    }

    private static String headline(int status, JsonNode problem) {
        String title = problem.path("title").asText("");
        String detail = problem.path("detail").asText("");
        if (status == 403 && detail.isEmpty()) {
            return "Forbidden: whoever is signed in lacks the role that this needs.";
        }
        if (title.isEmpty() && detail.isEmpty()) {
            return "The service answered " + status + ".";
        }
        if (title.isEmpty() || detail.startsWith(title)) {
            return detail;
        }
        return detail.isEmpty() ? title : title + ": " + detail;
    }

    private static String first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isTextual()) {
                return node.path(name).asText();
            }
        }
        return "";
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
