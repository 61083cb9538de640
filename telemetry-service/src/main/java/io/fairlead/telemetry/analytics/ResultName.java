package io.fairlead.telemetry.analytics;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name under which there are results. */
@Schema(description = "A name under which there are results.")
public record ResultName(
        @Schema(examples = "fuel.anomaly-score") String name,
        @Schema(description = "What its values are; one, unless somebody changed it.") List<ValueType> types,
        @Schema(description = "The units of its numbers and series.") List<String> units,
        @Schema(description = "The vessels that there are results about.", examples = "[\"MV102\"]")
                List<String> vessels,
        @Schema(description = "Whether there are results about the whole fleet.") boolean fleet) {

    static ResultName from(Row row) {
        return new ResultName(
                row.getString("name"),
                Arrays.stream(row.getArrayOfStrings("types"))
                        .map(type -> ValueType.find(type).orElseThrow())
                        .toList(),
                List.of(row.getArrayOfStrings("units")),
                List.of(row.getArrayOfStrings("vessels")),
                row.getBoolean("fleet"));
    }
}
