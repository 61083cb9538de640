package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.stream.Closing;
import io.fairlead.core.stream.Resumption;
import io.fairlead.job.project.Person;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells the changes of all jobs that somebody sees (server-sent events). */
@Path("/api/v1/jobs/events")
@Tag(name = "Jobs")
public class AllJobsEventResource {

    private static final int LONGEST_SECONDS = 3600;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final AllJobsEventStream stream;
    private final Caller caller;
    private final Closing closing;

    AllJobsEventResource(AllJobsEventStream stream, Caller caller, Closing closing) {
        this.stream = stream;
        this.caller = caller;
        this.closing = closing;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "streamJobs",
            summary = "Listen to the changes of all jobs",
            description =
                    "Server-sent events of all jobs that the list shows to the caller, named as those on `jobs.events` and "
                            + "with the same data; a job's come in their order. An event's id is its place in the stream: "
                            + "reconnect with it as Last-Event-ID and nothing is missed or told twice, on any instance. "
                            + "Without it the stream begins now: list the jobs after its first line has come. With 0 it "
                            + "begins with the first event of the jobs that are still kept. An id that is not there yet gets "
                            + "an event named reset: list the jobs again. The stream ends when its token expires: "
                            + "reconnect with a fresh one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamEvent.class),
                            example = "event: job.accepted\nid: 71\ndata: {\"status\":\"accepted\",\"version\":1}\n\n"))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "The id of the last event seen.", example = "0")
                    @HeaderParam("Last-Event-ID")
                    @Min(0)
                    Long lastEventId,
            @Parameter(description = "Only jobs that the caller submitted.") @QueryParam("mine") Boolean mine,
            @Parameter(description = "Ends the stream after so many seconds, for scripts.", example = "1")
                    @QueryParam("seconds")
                    @Min(1)
                    @Max(LONGEST_SECONDS)
                    Integer seconds,
            @Context Sse sse) {
        Person person = Person.of(caller);
        boolean own = Boolean.TRUE.equals(mine);
        return new Resumption(stream::newest, stream::now)
                .from(lastEventId, sse, place -> stream.after(place, person, own)
                        .map(event -> event.sent(sse)))
                .select()
                .first(caller.goodFor(seconds == null ? FOREVER : Duration.ofSeconds(seconds)))
                .plug(closing::ending);
    }

    /** The shape of an event, for the document: each event of the stream, not the stream, as OpenAPI 3.1 is read. */
    @Schema(
            name = "AllJobsStreamEvent",
            description = "One event of the stream; heartbeats are comments without any field.")
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
                                "job.dismissed",
                                "reset"
                            })
                    String event,
            @Schema(description = "Its place in the stream.", pattern = "^[0-9]+$", examples = "71") String id,
            @Schema(description = "The job as `jobs.events` tells it, as JSON; empty in a reset.") String data,
            @Schema(description = "When to reconnect, in milliseconds.", examples = "2000") Integer retry) {}
}
