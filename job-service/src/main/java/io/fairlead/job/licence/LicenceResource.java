package io.fairlead.job.licence;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many may use an engine at once, and who does. */
@Path("/api/v1/licences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Licences", description = "Seats that some processes need to run: never more are held than there are.")
public class LicenceResource {

    private final Licences licences;

    LicenceResource(Licences licences) {
        this.licences = licences;
    }

    /** All licences that have seats. */
    public record LicenceList(List<Licence> items) {}

    /** How many seats there are to be. */
    @Schema(additionalProperties = Schema.False.class)
    public record Seats(
            @NotNull(message = "is required")
                    @Min(value = 1, message = "must be 1 to 1000")
                    @Max(value = 1000, message = "must be 1 to 1000")
                    @Schema(examples = "2")
                    Integer seats) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getLicences", summary = "List the licences, who holds their seats and how many wait")
    @APIResponse(responseCode = "200", description = "The licences, by name.")
    public Uni<LicenceList> list() {
        return licences.list().map(LicenceList::new);
    }

    @GET
    @Path("{licence}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getLicence", summary = "Show a licence")
    @APIResponse(responseCode = "200", description = "The licence.")
    @APIResponse(responseCode = "404", description = "There is no such licence.")
    public Uni<Licence> find(@PathParam("licence") String name) {
        return licences.find(name)
                .map(licence -> licence.orElseThrow(() -> Problems.notFound("There is no licence " + name + ".")));
    }

    @PUT
    @Path("{licence}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "setSeats", summary = "Set how many seats a licence has")
    @APIResponse(responseCode = "200", description = "The licence.")
    @APIResponse(responseCode = "400", description = "The name or the number is wrong.")
    @APIResponse(responseCode = "409", description = "A seat that would go is held; nothing was changed.")
    public Uni<Licence> resize(
            @PathParam("licence")
                    @Pattern(
                            regexp = "^[a-z0-9][a-z0-9._-]{0,63}$",
                            message = "must be 1 to 64 of a-z, 0-9, '.', '_', '-'")
                    String name,
            @NotNull @Valid Seats body) {
        return licences.resize(name, body.seats()).chain(() -> find(name));
    }
}
