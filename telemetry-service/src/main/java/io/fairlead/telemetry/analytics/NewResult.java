package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.fairlead.core.Computation;
import io.fairlead.core.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A result to publish, read and checked. Its JSON texts are canonical, see {@link CanonicalJson}.
 *
 * @param vessel the vessel's code, or null when it is about the whole fleet
 * @param start where its period begins
 * @param end where its period ends, exclusive; {@code start} when it is of an instant
 * @param value what was found, as JSON text that fits the type
 * @param unit the unit of a number or of a series' values, or null
 * @param producedAt when the model made it, or null if not told
 */
@Computation
@Schema(description = "A result to publish.", additionalProperties = Schema.False.class)
public record NewResult(
        @Schema(
                        required = true,
                        pattern = ResultReader.NAME,
                        description = "What was found, in a name that stays.",
                        examples = "fuel.anomaly-score")
                String name,
        @Schema(
                        nullable = true,
                        pattern = ResultReader.VESSEL,
                        description = "The vessel's code; null or absent when it is about the whole fleet.",
                        examples = "MV102")
                String vessel,
        @Schema(required = true, description = "Where its period begins.", examples = "2026-01-31T00:00:00Z")
                Instant start,
        @Schema(
                        nullable = true,
                        description = "Where its period ends, exclusive. Null, absent or the start when it is of an"
                                + " instant.",
                        examples = "2026-02-01T00:00:00Z")
                Instant end,
        @Schema(required = true, description = "What the value is.", examples = "number") ValueType type,
        @JsonRawValue
                @Schema(
                        required = true,
                        implementation = Object.class,
                        description =
                                "`number`: a finite number. `series`: at most 100,000 `{\"time\",\"value\"}`, times"
                                        + " growing and within the period, values numbers or null. `table`:"
                                        + " `{\"columns\":[{\"name\",\"unit\"?}],\"rows\":[[…]]}`, at most 200 columns"
                                        + " and 100,000 cells, each a number, text, boolean or null. `object`: any JSON"
                                        + " object. At most 8 MiB.",
                        examples = "0.93")
                String value,
        @Schema(
                        nullable = true,
                        pattern = ResultReader.UNIT,
                        description = "The unit of a number or of a series' values; not for tables and objects.",
                        examples = "kWh")
                String unit,
        @Schema(required = true) Model model,
        @Schema(required = true) Run run,
        @Schema(nullable = true, description = "When the model made it; now when absent.") Instant producedAt) {

    /** What tells it from every other result. */
    List<String> key() {
        return List.of(name, about(), start.toString(), end.toString(), model.name(), model.version(), run.id());
    }

    /** What only one run's result is current of. */
    String slot() {
        return String.join("\u001f", name, about(), start.toString(), end.toString(), model.name());
    }

    /** The vessel's code; empty for the whole fleet. */
    String about() {
        return vessel == null ? "" : vessel;
    }

    /** How many bytes its value is as JSON. */
    int size() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A fingerprint of what it says under its key. */
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String content =
                    String.join("\u001f", "" + type, value, "" + unit, "" + run.parameters(), "" + run.metrics());
            return digest.digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
