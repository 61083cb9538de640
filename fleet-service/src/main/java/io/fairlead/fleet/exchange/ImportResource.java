package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.json.EnumText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes the fleet in from files. */
@Path("/api/v1/imports")
@Tag(name = "Exchange", description = "The fleet as CSV files.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes("text/csv")
public class ImportResource {

    /** What a file holds. */
    public enum Kind {
        VESSELS,
        EQUIPMENT,
        SCHEDULES;

        @JsonValue
        @Override
        public String toString() {
            return EnumText.of(this);
        }
    }

    private final VesselImport vessels;
    private final EquipmentImport equipment;
    private final ScheduleImport schedules;
    private final Idempotency idempotency;

    ImportResource(VesselImport vessels, EquipmentImport equipment, ScheduleImport schedules, Idempotency idempotency) {
        this.vessels = vessels;
        this.equipment = equipment;
        this.schedules = schedules;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "importFleet",
            summary = "Import a CSV file",
            description = "In one transaction: all rows or none. The columns are those of the export of this kind, in "
                    + "any order; a row is the whole state, so an empty or missing cell means none. A row with a new "
                    + "code, or a schedule without id, is registered; one that says what is there is left alone. A "
                    + "leading apostrophe is taken off, as the export puts one before what looks like a formula.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "code,name,type,imo\r\nMV102,Northern Light,fpso,9074729\r\n"))
    @APIResponse(
            responseCode = "200",
            description = "All rows are in.",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(responseCode = "400", description = "`errors` names line and column of each error; nothing is in.")
    @APIResponse(responseCode = "409", description = "Another change took a number meanwhile; nothing is in.")
    @APIResponse(responseCode = "413", description = "The file is too long.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> load(
            @Parameter(required = true, description = "What the file holds.") @NotNull @QueryParam("kind") Kind kind,
            @NotNull String body) {
        return idempotency.once(body, transaction -> (switch (kind) {
                    case VESSELS -> vessels.run(transaction, body);
                    case EQUIPMENT -> equipment.run(transaction, body);
                    case SCHEDULES -> schedules.run(transaction, body);
                })
                .map(result -> Response.ok(result).build()));
    }
}
