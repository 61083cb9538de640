package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.stream.Closing;
import io.fairlead.core.stream.Heartbeats;
import io.fairlead.job.queue.Job;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells a job's changes to whoever listens (server-sent events). */
@Path("/api/v1/jobs/{jobID}/events")
@Tag(name = "Jobs")
public class EventResource {

    private static final Duration LOOK_UP = Duration.ofSeconds(10);
    private static final int LONGEST_SECONDS = 3600;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final Jobs jobs;
    private final JobEventStream stream;
    private final Caller caller;
    private final Closing closing;

    EventResource(Jobs jobs, JobEventStream stream, Caller caller, Closing closing) {
        this.jobs = jobs;
        this.stream = stream;
        this.caller = caller;
        this.closing = closing;
    }

    /** Blocks to look the job up: once a stream has begun, it is too late to say that there is none. */
    @GET
    @Blocking
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "streamJob",
            summary = "Listen to a job's changes",
            description =
                    "Server-sent events named as those on `jobs.events` and with the same data, from the job's first to "
                            + "its last, after which the stream ends. An event's id is the job's version: reconnect with it as "
                            + "Last-Event-ID and nothing is missed or told twice, on any instance. The stream ends when its token "
                            + "expires: reconnect with a fresh one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamEvent.class),
                            example = "event: job.accepted\nid: 1\ndata: {\"status\":\"accepted\",\"version\":1}\n\n"))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such job.")
    public Multi<OutboundSseEvent> stream(
            @PathParam("jobID") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String id,
            @Parameter(description = "The id of the last event seen.", example = "0")
                    @HeaderParam("Last-Event-ID")
                    @Min(0)
                    Long lastEventId,
            @Parameter(description = "Ends the stream after so many seconds, for scripts.", example = "1")
                    @QueryParam("seconds")
                    @Min(1)
                    @Max(LONGEST_SECONDS)
                    Integer seconds,
            @Context Sse sse) {
        long after = lastEventId == null ? 0 : lastEventId;
        Job job = jobs.get(id).await().atMost(LOOK_UP);
        Multi<OutboundSseEvent> events = job.state().isFinal() && job.version() <= after
                ? Multi.createFrom().empty()
                : events(stream.after(job.id(), after), sse);
        return events.select()
                .first(caller.goodFor(seconds == null ? FOREVER : Duration.ofSeconds(seconds)))
                .plug(closing::ending);
    }

    /** Heartbeats go on for ever, so an event that is not sent marks the end. */
    private static Multi<OutboundSseEvent> events(Multi<ToldEvent> told, Sse sse) {
        OutboundSseEvent end = sse.newEventBuilder().comment("end").build();
        return Multi.createBy()
                .merging()
                .streams(
                        Heartbeats.of(sse),
                        told.map(event -> event.sent(sse)).onCompletion().continueWith(end))
                .select()
                .first(event -> event != end);
    }

    /** The shape of an event, for the document: each event of the stream, not the stream, as OpenAPI 3.1 is read. */
    @Schema(description = "One event of the stream; heartbeats are comments without any field.")
    record StreamEvent(
            @Schema(
                            examples = "job.accepted",
                            enumeration = {
                                "job.accepted",
                                "job.running",
                                "job.retrying",
                                "job.cancelling",
                                "job.successful",
                                "job.failed",
                                "job.dismissed"
                            })
                    String event,
            @Schema(description = "The job's version.", pattern = "^[0-9]+$", examples = "1") String id,
            @Schema(description = "The job as `jobs.events` tells it, as JSON.") String data,
            @Schema(description = "When to reconnect, in milliseconds.", examples = "2000") Integer retry) {}
}
