package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import java.util.Map;
import java.util.Objects;

/** Whether an event is one that a trigger waits for. */
@Computation
final class EventMatch {

    private EventMatch() {}

    /**
     * Whether all that the rule says holds.
     *
     * @param attributes the CloudEvent's, by their names
     * @param data may be null
     */
    static boolean matches(NewTrigger.EventRule rule, Map<String, String> attributes, JsonNode data) {
        return (rule.type() == null || rule.type().equals(attributes.get("type")))
                && rule.attributes().entrySet().stream()
                        .allMatch(wanted -> Objects.equals(wanted.getValue(), attributes.get(wanted.getKey())))
                && rule.data().properties().stream()
                        .allMatch(wanted -> data != null && same(data.at(wanted.getKey()), wanted.getValue()));
    }

    /** Numbers are the same however they are written. */
    private static boolean same(JsonNode found, JsonNode wanted) {
        return found.isNumber() && wanted.isNumber()
                ? found.decimalValue().compareTo(wanted.decimalValue()) == 0
                : found.equals(wanted);
    }
}
