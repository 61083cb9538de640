package io.fairlead.telemetry.sensors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.store.Series;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Channel", description = "What a vessel reports: one sensor or meter.")
public record ChannelView(
        @Schema(description = "Its id in paths.", examples = "17") String id,
        @Schema(
                        description = "Its ISO 19848 LocalID; `power` or `energy` for what came by the plain door.",
                        examples = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power")
                String name,
        @Schema(description = "What tells it from others of that name.") Map<String, String> labels,
        @Schema(
                        type = SchemaType.STRING,
                        enumeration = {"power", "energy", "other"})
                Quantity quantity,
        @Schema(description = "The unit of its values, when known.", examples = "kW") String unit) {

    /** A series' view. */
    static ChannelView of(Series series) {
        Channel channel = series.channel();
        return new ChannelView(
                Long.toString(series.id()), channel.name(), channel.labels(), channel.quantity(), channel.unit());
    }

    /** The channel that is shown, as far as that says. */
    Channel channel() {
        return new Channel(name, new TreeMap<>(labels), quantity, unit, null, null);
    }
}
