package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import java.time.Instant;

/**
 * What {@code analytics.results} carries of a result.
 *
 * @param value as JSON text; null when it is too big for an event
 * @param valueUrl where to get the result with its value, relative to the gateway; null when the event has it
 */
record PublishedResult(
        String id,
        int revision,
        String name,
        String vessel,
        Instant start,
        Instant end,
        ValueType type,
        @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String value,
        @JsonInclude(JsonInclude.Include.NON_NULL) String valueUrl,
        String unit,
        Model model,
        Run run,
        Instant producedAt) {

    /** The CloudEvent's type. */
    static final String TYPE = "analytics.result.published";

    /** The key of results about the whole fleet. */
    static final String FLEET = "fleet";

    /** Kafka takes records of up to 1 MiB; this leaves room for parameters and metrics. */
    static final int MOST_BYTES = 700_000;

    static Event event(NewResult result, PublishReceipt.Item kept, Instant now) {
        boolean fits = result.size() <= MOST_BYTES;
        PublishedResult data = new PublishedResult(
                kept.id(),
                kept.revision(),
                result.name(),
                result.vessel(),
                result.start(),
                result.end(),
                result.type(),
                fits ? result.value() : null,
                fits ? null : "/api/v1/analytics/results/" + kept.id(),
                result.unit(),
                result.model(),
                result.run(),
                result.producedAt() == null ? now : result.producedAt());
        return Event.of(Topics.ANALYTICS_RESULTS, result.vessel() == null ? FLEET : result.vessel(), TYPE, data);
    }
}
