package io.fairlead.telemetry.sensors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.store.Series;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reading that says whose it is, in the shape in which {@code POST /api/v1/sensors/readings} takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A reading that says whose it is; what does not apply is left out.")
public record SeriesReading(
        @Schema(required = true, description = "The vessel's code.", examples = "MV102") String vessel,
        @Schema(required = true, description = "The channel's name.", examples = "power") String channel,
        @Schema(description = "What tells the channel from others of that name.") Map<String, String> labels,
        @Schema(required = true, description = "When it was read, or where its interval ends.") Instant time,
        @Schema(description = "Where its interval begins.") Instant start,
        @Schema(description = "The number, in the unit.") Double value,
        @Schema(description = "The value when it is no number.") String text,
        @Schema(description = "What the sender said about it.") String quality,
        @Schema(description = "The unit of the channel's values, when known.", examples = "kW") String unit) {

    static SeriesReading of(Series series, Reading reading) {
        ReadingView view = ReadingView.of(reading);
        Map<String, String> labels = series.channel().labels();
        return new SeriesReading(
                series.vessel(),
                series.channel().name(),
                labels.isEmpty() ? null : labels,
                view.time(),
                view.start(),
                view.value(),
                view.text(),
                view.quality(),
                series.channel().unit());
    }
}
