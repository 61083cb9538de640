package io.fairlead.fleet.exchange;

import io.fairlead.core.identity.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Gives the fleet out as files. */
@Path("/api/v1/exports")
@Tag(name = "Exchange", description = "The fleet as CSV files.")
@Produces(ExportResource.CSV)
public class ExportResource {

    static final String CSV = "text/csv";
    private static final String CSV_UTF_8 = CSV + ";charset=UTF-8;header=present";

    private final Export export;

    ExportResource(Export export) {
        this.export = export;
    }

    @GET
    @Path("/vessels.csv")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "exportVessels", summary = "Get all vessels as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The file (RFC 4180), by code.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> vessels() {
        return file(export.vessels(), "vessels");
    }

    @GET
    @Path("/equipment.csv")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "exportEquipment", summary = "Get all equipment as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The file (RFC 4180), by code; channels are a JSON list in one cell.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> equipment() {
        return file(export.equipment(), "equipment");
    }

    @GET
    @Path("/schedules.csv")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "exportSchedules", summary = "Get all schedules as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The file (RFC 4180), by id; activities are a JSON list in one cell.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> schedules() {
        return file(export.schedules(), "schedules");
    }

    private static RestMulti<String> file(Multi<String> text, String name) {
        return RestMulti.fromMultiData(text)
                .header("Content-Type", CSV_UTF_8)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
