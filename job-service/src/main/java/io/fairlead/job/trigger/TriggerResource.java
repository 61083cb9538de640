package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.MergePatch;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.job.project.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What starts jobs by itself. */
@Path("/api/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triggers", description = "What starts jobs by itself: events, and schedules.")
public class TriggerResource {

    private final Triggers triggers;
    private final TriggerChange change;
    private final Idempotency idempotency;
    private final Pool pool;
    private final Caller caller;

    TriggerResource(Triggers triggers, TriggerChange change, Idempotency idempotency, Pool pool, Caller caller) {
        this.triggers = triggers;
        this.change = change;
        this.idempotency = idempotency;
        this.pool = pool;
        this.caller = caller;
    }

    /** The shape of a page, for the document. */
    record TriggerPage(List<Trigger> items, @Schema(nullable = true) String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "createTrigger",
            summary = "Let an event or a schedule start jobs",
            description =
                    "The jobs are started in the caller's name and with what the caller may do, for as long as the "
                            + "trigger is there; in a project for as long as the caller may submit in it.")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            headers = @Header(name = "Location", description = "Where it is.", schema = @Schema(format = "uri")),
            content = @Content(schema = @Schema(implementation = Trigger.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "403",
            description = "The caller may not submit jobs, or its token is limited to some vessels.")
    @APIResponse(responseCode = "409", description = "A request with this Idempotency-Key is still at work.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    public Uni<Response> create(@NotNull @Valid NewTrigger body, @Context UriInfo uri) {
        Person person = Person.of(caller);
        return idempotency.once(body, transaction -> change.create(transaction, body, person)
                .map(trigger -> Response.created(uri.getBaseUri().resolve("api/v1/triggers/" + trigger.id()))
                        .tag(Preconditions.tag(trigger.version()))
                        .entity(trigger)
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getTriggers",
            summary = "List the caller's triggers and those of its projects",
            description = "An administrator sees all.")
    @APIResponse(
            responseCode = "200",
            description = "One page, oldest first.",
            content = @Content(schema = @Schema(implementation = TriggerPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return triggers.list(Person.of(caller), paging).map(page -> page.response(uri));
    }

    @GET
    @Path("{trigger}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getTrigger", summary = "Show a trigger and what came of it")
    @APIResponse(
            responseCode = "200",
            description = "The trigger; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Trigger.class)))
    @APIResponse(responseCode = "404", description = "There is no such trigger, or the caller does not see it.")
    public Uni<Response> get(
            @PathParam("trigger") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id) {
        return triggers.get(id, Person.of(caller)).map(TriggerResource::answer);
    }

    @PATCH
    @Path("{trigger}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeTrigger",
            summary = "Change a trigger, or switch it off or on",
            description =
                    "A JSON Merge Patch (RFC 7396). From then on jobs are started in the name of who changed it, unless it "
                            + "was only switched off.")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewTriggerPatch")))
    @APIResponse(
            responseCode = "200",
            description = "The trigger as it is now; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Trigger.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "403", description = "It is another person's, and the caller does not own its project.")
    @APIResponse(responseCode = "404", description = "There is no such trigger, or the caller does not see it.")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @PathParam("trigger") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        Person person = Person.of(caller);
        return pool.withTransaction(transaction -> change.patch(transaction, id, condition, body, person))
                .map(TriggerResource::answer);
    }

    @DELETE
    @Path("{trigger}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "deleteTrigger", summary = "Delete a trigger", description = "Its jobs stay.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "403", description = "It is another person's, and the caller does not own its project.")
    @APIResponse(responseCode = "404", description = "There is no such trigger, or the caller does not see it.")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Void> delete(
            @PathParam("trigger") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch) {
        IfMatch condition = Preconditions.required(ifMatch);
        Person person = Person.of(caller);
        return pool.withTransaction(transaction -> change.delete(transaction, id, condition, person));
    }

    private static Response answer(Trigger trigger) {
        return Response.ok(trigger).tag(Preconditions.tag(trigger.version())).build();
    }
}
