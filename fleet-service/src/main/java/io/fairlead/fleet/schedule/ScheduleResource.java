package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.MergePatch;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.fleet.change.History;
import io.fairlead.fleet.change.Subject;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schedules of the fleet. */
@Path("/api/v1/schedules")
@Tag(name = "Schedules", description = "What vessels do when: voyages, maintenance, production, crew changes.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleResource {

    private final Schedules schedules;
    private final History history;
    private final Idempotency idempotency;
    private final Pool pool;

    ScheduleResource(Schedules schedules, History history, Idempotency idempotency, Pool pool) {
        this.schedules = schedules;
        this.history = history;
        this.idempotency = idempotency;
        this.pool = pool;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "registerSchedule", summary = "Register a schedule")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> register(@NotNull @Valid NewSchedule body) {
        return idempotency.once(
                body, transaction -> schedules.register(transaction, body).map(schedule -> Response.created(
                                URI.create("/api/v1/schedules/" + schedule.id()))
                        .tag(Preconditions.tag(schedule.version()))
                        .entity(schedule)
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listSchedules",
            summary = "List schedules by start",
            description = "A token for some vessels sees the schedules that one of them sails.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = SchedulePage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(
            @BeanParam @Valid ScheduleFilter filter, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return schedules.list(filter, paging).map(page -> page.response(uri));
    }

    @GET
    @Path("/{schedule}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getSchedule", summary = "Get a schedule")
    @APIResponse(
            responseCode = "200",
            description = "The schedule; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    @APIResponse(responseCode = "404", description = "There is no such schedule, or the caller may not see it.")
    public Uni<Response> get(@PathParam("schedule") long id) {
        return schedules.get(id).map(ScheduleResource::answer);
    }

    @PATCH
    @Path("/{schedule}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeSchedule",
            summary = "Change a schedule",
            description = "A JSON Merge Patch (RFC 7396); the list of activities is replaced as a whole.")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewSchedulePatch")))
    @APIResponse(
            responseCode = "200",
            description = "The schedule as it is now; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such schedule, or the caller may not see it.")
    @APIResponse(responseCode = "409", description = "An exclusive link of one of its vessels does not allow it.")
    @APIResponse(responseCode = "412", description = "The schedule was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @PathParam("schedule") long id,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        return pool.withTransaction(transaction -> schedules.patch(transaction, id, condition, body))
                .map(ScheduleResource::answer);
    }

    @DELETE
    @Path("/{schedule}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "deleteSchedule",
            summary = "Delete a schedule and its links",
            description = "Its history stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is no such schedule, or the caller may not see it.")
    @APIResponse(responseCode = "412", description = "The schedule was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Void> delete(
            @PathParam("schedule") long id,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch) {
        IfMatch condition = Preconditions.required(ifMatch);
        return pool.withTransaction(transaction -> schedules.delete(transaction, id, condition));
    }

    @GET
    @Path("/{schedule}/history")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listScheduleHistory",
            summary = "List who changed a schedule and when, newest first",
            description = "Also after it was deleted.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = History.HistoryPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There was no such schedule, or the caller may not see it.")
    public Uni<Response> history(
            @PathParam("schedule") long id, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return history.list(Subject.SCHEDULE, Long.toString(id), paging).map(page -> page.response(uri));
    }

    @GET
    @Path("/{schedule}/calendar.ics")
    @Produces("text/calendar")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "exportSchedule",
            summary = "Get a schedule as an iCalendar file (RFC 5545)",
            description = "An event for the schedule and one for each activity.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such schedule, or the caller may not see it.")
    public Uni<Response> calendar(@PathParam("schedule") long id) {
        return schedules.get(id).map(schedule -> Response.ok(CalendarFile.of(schedule))
                .header("Content-Disposition", "attachment; filename=\"schedule-" + id + ".ics\"")
                .build());
    }

    private static Response answer(Schedule schedule) {
        return Response.ok(schedule).tag(Preconditions.tag(schedule.version())).build();
    }

    /** The shape of a page, for the document. */
    record SchedulePage(List<Schedule> items, @Schema(nullable = true) String next) {}
}
