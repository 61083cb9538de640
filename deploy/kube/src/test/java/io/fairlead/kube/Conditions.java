package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;

/** The conditions in an object's status. */
final class Conditions {

    private Conditions() {}

    static boolean hold(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                return "True".equals(condition.path("status").asText());
            }
        }
        return false;
    }
}
