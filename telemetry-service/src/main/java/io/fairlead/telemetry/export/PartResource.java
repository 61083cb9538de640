package io.fairlead.telemetry.export;

import io.fairlead.core.http.RangedBytes;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.export.Exports.Numbered;
import io.fairlead.telemetry.export.PartBytes.Measured;
import io.fairlead.telemetry.sensors.ReadableVessels;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The parts of exports as files, and ranges of them. */
@Path("/api/v1/exports/{id}/parts/{file}")
@Tag(name = "Exports", description = "Large selections of data, fetched in parts that can be resumed.")
@RolesAllowed(Roles.VIEWER)
public class PartResource {

    private final Exports exports;
    private final PartTables tables;
    private final PartBytes bytes;
    private final ReadableVessels readable;
    private final Caller caller;

    PartResource(Exports exports, PartTables tables, PartBytes bytes, ReadableVessels readable, Caller caller) {
        this.exports = exports;
        this.tables = tables;
        this.bytes = bytes;
        this.readable = readable;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getExportPart",
            summary = "Fetch a part of an export, or a range of its bytes",
            description =
                    "Made from the data as it is now: as long as that does not change, the same bytes each time, on"
                            + " every instance. The ETag is the SHA-256 of the whole part. After a break ask for the rest with"
                            + " `Range` and `If-Range`; when data was corrected or came late meanwhile, all of the part comes anew.")
    @APIResponse(
            responseCode = "200",
            description = "The part.",
            headers = {
                @Header(name = "ETag", description = "Its SHA-256 in hexadecimal digits."),
                @Header(name = "Repr-Digest", description = "The same as RFC 9530 writes it."),
                @Header(name = "Accept-Ranges", description = "`bytes`.")
            },
            content = {
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Form.NDJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(
                        mediaType = Form.ARROW_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        description = "An Arrow IPC stream.")),
                @Content(
                        mediaType = Form.PARQUET_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", description = "A Parquet file."))
            })
    @APIResponse(
            responseCode = "206",
            description = "The range that was asked for.",
            headers = @Header(name = "Content-Range", description = "Which bytes of how many."))
    @APIResponse(responseCode = "304", description = "Still what the caller has.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such part of an export of yours, or you may not see its vessel.")
    @APIResponse(responseCode = "412", description = "It is not any more what If-Match names.")
    @APIResponse(responseCode = "416", description = "The part has no byte in this range.")
    @APIResponse(responseCode = "503", description = Downloads.TOO_MANY)
    public Uni<Response> part(
            @PathParam("id") long id,
            @PathParam("file")
                    @Parameter(
                            description = "The part's number and the format: the end of its URL.",
                            example = "00001.parquet")
                    String file,
            @HeaderParam("Range") @Parameter(description = "One range of bytes (RFC 9110).", example = "bytes=1024-")
                    String range,
            @HeaderParam("If-Range") @Parameter(description = "The tag of which a part is there already.")
                    String ifRange,
            @Context Request request) {
        return exports.get(caller.subject(), id).chain(export -> {
            Form form = export.selection().format();
            return slice(id, form, file).chain(slice -> exports.series(id, slice.vessel())
                    .map(series -> tables.of(export, series, slice))
                    .chain(table -> bytes.measure(form, table)
                            .map(measured -> answer(new Part(form, file, table, measured), range, ifRange, request))));
        });
    }

    private record Part(Form form, String file, PartTable table, Measured measured) {}

    private Response answer(Part part, String range, String ifRange, Request request) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(part.measured().digest()));
        Response.ResponseBuilder unfit = request.evaluatePreconditions(tag);
        if (unfit != null && unfit.build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw Problems.of(412, "changed-meanwhile", "Precondition failed", "Its data has changed: fetch it anew.");
        }
        RangedBytes whole = new RangedBytes(
                part.form().type(),
                part.measured().length(),
                (first, last) -> bytes.read(part.form(), part.table(), part.measured(), first, last));
        Response.ResponseBuilder answer = unfit != null
                ? unfit
                : whole.answer(HttpMethod.GET.equals(request.getMethod()) ? range : null, ifRange, tag)
                        .header("Content-Disposition", "attachment; filename=\"" + part.file() + "\"")
                        .header(
                                "Repr-Digest",
                                "sha-256=:"
                                        + Base64.getEncoder()
                                                .encodeToString(part.measured().digest()) + ":");
        return answer.tag(tag).build();
    }

    private Uni<Slice> slice(long id, Form form, String file) {
        int number = file.matches("\\d{5,6}\\." + form.extension()) ? Integer.parseInt(file.split("\\.")[0]) : 0;
        return exports.parts(id, number, readable.of(null), 1).map(found -> found.stream()
                .filter(part -> part.number() == number && file.equals(ExportPart.file(form, number)))
                .map(Numbered::slice)
                .findFirst()
                .orElseThrow(() -> Problems.notFound("There is no part " + file + ".")));
    }
}
