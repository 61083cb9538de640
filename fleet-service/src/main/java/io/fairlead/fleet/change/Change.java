package io.fairlead.fleet.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.event.Event;
import java.util.List;

/**
 * What happened to one thing of the fleet.
 *
 * @param key its code or id
 * @param action what happened, such as {@code registered}
 * @param version the version that the change made
 * @param vessels the vessels that it concerns: a token for other vessels does not see it
 * @param state the thing's whole state after the change, or its last one when it was deleted
 */
public record Change(
        @JsonIgnore Subject subject, String key, String action, long version, List<String> vessels, Object state) {

    static final String DELETED = "deleted";

    /** That a thing is gone. */
    public static Change deleted(Subject subject, String key, long version, List<String> vessels, Object lastState) {
        return new Change(subject, key, DELETED, version, vessels, lastState);
    }

    @JsonProperty
    String kind() {
        return subject.kind();
    }

    Event event() {
        String type = "fleet." + subject.kind();
        return action.equals(DELETED)
                ? Event.tombstone(subject.topic(), key, type + ".deleted")
                : Event.of(subject.topic(), key, type + ".changed", state);
    }
}
