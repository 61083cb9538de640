package io.fairlead.telemetry.export;

import io.fairlead.core.json.Text;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.table.Form;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to export, and as what.
 *
 * @param vessels their codes; null for all that the caller may see
 * @param channels their names; null for all
 * @param labels only channels that have all of these; null for any
 * @param start from this time
 * @param end to this time, exclusive; null, or one in the future, for now
 * @param interval how long a window is, for {@code windows}; null for 15 minutes
 * @param functions what a window's numbers are made into, for {@code windows}; null for the mean
 */
@Schema(description = "What to export, and as what.", additionalProperties = Schema.False.class)
public record NewExport(
        @NotNull
                @Schema(
                        description =
                                "`readings`; `windows`, what the numbers of any channel come to in equal windows; or"
                                        + " `power`, the 15-minute windows of channels of power, energy and counters.")
                ExportContent content,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        enumeration = {"csv", "ndjson", "arrow", "parquet"},
                        description = "As what its parts come.")
                Form format,
        @Size(min = 1, max = 1000)
                @Schema(
                        nullable = true,
                        description = "Vessels' codes; all that you may see when absent.",
                        examples = "[\"MV102\"]")
                List<@NotNull @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE) String> vessels,
        @Size(min = 1, max = 1000)
                @Schema(nullable = true, description = "Channels' names; all when absent.", examples = "[\"power\"]")
                List<@NotNull @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE) String> channels,
        @Size(max = 32)
                @Schema(
                        nullable = true,
                        maxProperties = 32,
                        description = "Only channels that have these labels.",
                        examples = "{\"consumer\":\"hotel\"}")
                Map<String, @NotNull String> labels,
        @NotNull @Schema(description = "From this time.", examples = "2026-01-01T00:00:00Z") Instant start,
        @Schema(
                        nullable = true,
                        description =
                                "To this time, exclusive; to now when absent or in the future. Of `power`, the windows"
                                        + " that end after `start` and not after `end`.",
                        examples = "2026-02-01T00:00:00Z")
                Instant end,
        @Schema(
                        nullable = true,
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "How long a window is, PT1S to P366D; `windows` only. PT15M when absent. Windows begin at"
                                        + " multiples of it since 1970 in UTC.",
                        examples = "PT1H")
                Duration interval,
        @Size(min = 1, max = 7)
                @Schema(
                        nullable = true,
                        description =
                                "What a window's numbers are made into; `windows` only. `[\"mean\"]` when absent.")
                List<@NotNull Function> functions) {}
