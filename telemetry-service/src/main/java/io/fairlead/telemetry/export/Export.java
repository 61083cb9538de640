package io.fairlead.telemetry.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.telemetry.aggregate.Function;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An export as the API shows it; what it was not narrowed to is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What was selected, and into how many parts it is cut; what it was not narrowed to is left out.")
public record Export(
        @Schema(required = true, examples = "17") String id,
        @Schema(required = true) ExportContent content,
        @Schema(
                        required = true,
                        type = SchemaType.STRING,
                        enumeration = {"csv", "ndjson", "arrow", "parquet"})
                Form format,
        List<String> vessels,
        List<String> channels,
        @Schema(required = true) Map<String, String> labels,
        @Schema(required = true) Instant start,
        @Schema(required = true, description = "Exclusive, and not after `createdAt`.") Instant end,
        @Schema(type = SchemaType.STRING, format = "duration", examples = "PT15M") Duration interval,
        List<Function> functions,
        @Schema(required = true, description = "How many channels of vessels were selected.") int series,
        @Schema(required = true, description = "How many parts there are.") int parts,
        @Schema(required = true, description = "About how many rows all parts have.") long estimatedRows,
        @Schema(required = true, description = "When it was selected; channels that came later are not in it.")
                Instant createdAt,
        @Schema(required = true, description = "Until when its parts can be fetched.") Instant expiresAt) {

    static Export of(String id, Selection selection, Size size, Instant createdAt, Instant expiresAt) {
        return new Export(
                id,
                selection.content(),
                selection.format(),
                selection.vessels(),
                selection.channels(),
                selection.labels(),
                QuarterHours.instant(selection.from()),
                QuarterHours.instant(selection.to()),
                selection.length() == null ? null : Duration.ofNanos(selection.length()),
                selection.functions(),
                size.series(),
                size.parts(),
                size.rows(),
                createdAt,
                expiresAt);
    }

    /** How much it is. */
    record Size(int series, int parts, long rows) {}
}
