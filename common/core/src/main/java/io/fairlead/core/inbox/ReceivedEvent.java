package io.fairlead.core.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;

/**
 * A CloudEvent as it arrived.
 *
 * @param id unique within its source
 * @param source who sent it
 * @param type its type, such as {@code fleet.vessel.changed}
 * @param topic the topic it arrived on
 * @param key the record's key
 * @param time when it happened, or null when its sender did not say
 * @param data its JSON data; null in a tombstone
 * @param json how its data is read
 */
public record ReceivedEvent(
        String id,
        String source,
        String type,
        String topic,
        String key,
        OffsetDateTime time,
        JsonNode data,
        ObjectMapper json) {

    /**
     * Its data in a type of the consumer's. What a newer producer added beside is not looked at.
     *
     * @throws BadEvent when the data does not fit
     */
    public <T> T dataAs(Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (java.io.IOException | IllegalArgumentException e) {
            throw new BadEvent("its data is no " + type.getSimpleName());
        }
    }
}
