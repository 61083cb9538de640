package io.fairlead.telemetry.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reading as the API and the events show it; what does not apply is left out.
 *
 * @param time when it was read, or where its interval ends
 * @param start where its interval begins
 * @param value the number, in the channel's unit
 * @param text the value when it is no number
 * @param quality what the sender said about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reading", description = "One reported value; what does not apply is left out.")
public record ReadingView(
        @Schema(required = true, description = "When it was read, or where its interval ends.") Instant time,
        @Schema(description = "Where its interval begins.") Instant start,
        @Schema(description = "The number, in the channel's unit.") Double value,
        @Schema(description = "The value when it is no number.") String text,
        @Schema(description = "What the sender said about it.") String quality) {

    /** A reading's view. */
    public static ReadingView of(Reading reading) {
        return new ReadingView(
                QuarterHours.instant(reading.time()),
                reading.start() < reading.time() ? QuarterHours.instant(reading.start()) : null,
                reading.value(),
                reading.text(),
                reading.quality());
    }
}
