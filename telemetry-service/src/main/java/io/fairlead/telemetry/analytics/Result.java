package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A result as it is kept.
 *
 * @param value as JSON text
 * @param current whether no newer run or version of the model has a result of this name, vessel and period
 */
@Schema(description = "What analytics found, and from which run of which model.")
public record Result(
        @Schema(description = "Its id in paths.", examples = "17") String id,
        @Schema(examples = "fuel.anomaly-score") String name,
        @Schema(nullable = true, description = "Null when it is about the whole fleet.", examples = "MV102")
                String vessel,
        @Schema(description = "Where its period begins.") Instant start,
        @Schema(description = "Where its period ends, exclusive; the start when it is of an instant.") Instant end,
        ValueType type,
        @JsonRawValue
                @Schema(
                        implementation = Object.class,
                        description = "As `type` says; see the request to publish one.",
                        examples = "0.93")
                String value,
        @Schema(nullable = true, description = "The unit of a number or of a series' values.", examples = "kWh")
                String unit,
        Model model,
        Run run,
        @Schema(description = "When the model made it.") Instant producedAt,
        @Schema(description = "When it came here.") Instant recordedAt,
        @Schema(description = "Who sent it.") String recordedBy,
        @Schema(description = "Grows with each correction, from 1.", examples = "1") int revision,
        @Schema(
                        description =
                                "False when a newer run or version of the model has a result of this name, vessel and"
                                        + " period, or when this is not its newest revision.")
                boolean current) {

    /** The columns that {@link #from} reads. */
    static final String COLUMNS =
            """
            r.id, r.name, r.vessel, r.start_at, r.end_at, r.type, r.value::text as value, r.unit, r.model_name,
            r.model_version, r.run_id, r.parameters::text as parameters, r.metrics::text as metrics, r.produced_at,
            r.recorded_at, r.recorded_by, r.revision, r.current
            """;

    static Result from(Row row) {
        return new Result(
                Long.toString(row.getLong("id")),
                row.getString("name"),
                row.getString("vessel").isEmpty() ? null : row.getString("vessel"),
                Rows.instant(row, "start_at"),
                Rows.instant(row, "end_at"),
                ValueType.find(row.getString("type")).orElseThrow(),
                row.getString("value"),
                row.getString("unit"),
                new Model(row.getString("model_name"), row.getString("model_version")),
                new Run(row.getString("run_id"), row.getString("parameters"), row.getString("metrics")),
                Rows.instant(row, "produced_at"),
                Rows.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getInteger("revision"),
                row.getBoolean("current"));
    }
}
