package io.fairlead.telemetry.export;

import io.fairlead.telemetry.export.Exports.Numbered;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.window.QuarterHours;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an export as the API shows it. */
@Schema(description = "One file of an export: one vessel's rows of a time span.")
public record ExportPart(
        @Schema(required = true, description = "From 1 on.", examples = "1") int number,
        @Schema(required = true, description = "Where it is fetched.") URI url,
        @Schema(required = true, examples = "MV102") String vessel,
        @Schema(required = true) Instant start,
        @Schema(required = true, description = "Exclusive.") Instant end,
        @Schema(required = true, description = "About how many rows it has.") long estimatedRows) {

    static ExportPart of(long export, Form form, Numbered part, UriInfo uri) {
        return new ExportPart(
                part.number(),
                uri.getBaseUriBuilder()
                        .path("api/v1/exports/{export}/parts/{file}")
                        .build(export, file(form, part.number())),
                part.slice().vessel(),
                QuarterHours.instant(part.slice().from()),
                QuarterHours.instant(part.slice().to()),
                part.slice().rows());
    }

    /** What a part is called as a file. */
    static String file(Form form, int number) {
        return "%05d.%s".formatted(number, form.extension());
    }
}
