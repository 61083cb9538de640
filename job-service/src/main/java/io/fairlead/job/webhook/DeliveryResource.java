package io.fairlead.job.webhook;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.job.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a job's subscriber was told. */
@Path("/api/v1/jobs/{jobID}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveryResource {

    private final Jobs jobs;
    private final DeliveryLog log;

    DeliveryResource(Jobs jobs, DeliveryLog log) {
        this.jobs = jobs;
        this.log = log;
    }

    /** The shape of a page, for the document. */
    record DeliveryPage(List<Delivery> items, @Schema(nullable = true) String next) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getDeliveries", summary = "Show what a job's subscriber was told, and what it answered")
    @APIResponse(
            responseCode = "200",
            description = "One page, oldest first.",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    public Uni<Response> list(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return jobs.get(id).chain(job -> log.list(job.id(), paging)).map(page -> page.response(uri));
    }
}
