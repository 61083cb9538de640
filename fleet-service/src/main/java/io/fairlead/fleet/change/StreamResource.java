package io.fairlead.fleet.change;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.stream.Closing;
import io.fairlead.core.stream.Resumption;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells the fleet's changes to whoever listens (server-sent events). */
@Path("/api/v1/fleet/stream")
@Tag(name = "Stream", description = "The fleet's changes as they happen.")
public class StreamResource {

    private static final int LONGEST_SECONDS = 3600;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final ChangeStream stream;
    private final Caller caller;
    private final Closing closing;

    StreamResource(ChangeStream stream, Caller caller, Closing closing) {
        this.stream = stream;
        this.caller = caller;
        this.closing = closing;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "streamFleet",
            summary = "Listen to the fleet's changes",
            description = "Server-sent events named vessel, equipment or schedule. An event's data is an item of the "
                    + "history, its id the place in the stream: reconnect with it as Last-Event-ID and nothing is "
                    + "missed, on any instance. Without it the stream begins now; with 0 it begins with the first "
                    + "change ever. An id that is not there yet gets an event named reset: read the fleet again. The "
                    + "stream ends when its token expires: reconnect with a fresh one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamEvent.class),
                            example =
                                    "event: vessel\nid: 7\ndata: {\"id\":7,\"kind\":\"vessel\",\"key\":\"MV102\"}\n\n"))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Multi<OutboundSseEvent> stream(
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
        Optional<Set<String>> scope = caller.readableVessels();
        return new Resumption(stream::newest, stream::newest)
                .from(lastEventId, sse, id -> stream.after(id, scope).map(change -> event(sse, change)))
                .select()
                .first(caller.goodFor(seconds == null ? FOREVER : Duration.ofSeconds(seconds)))
                .plug(closing::ending);
    }

    private static OutboundSseEvent event(Sse sse, ChangeEntry change) {
        return sse.newEventBuilder()
                .id(Long.toString(change.id()))
                .name(change.kind())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ChangeEntry.class, change)
                .build();
    }

    /** The shape of an event, for the document: each event of the stream, not the stream, as OpenAPI 3.1 is read. */
    @Schema(description = "One event of the stream; heartbeats are comments without any field.")
    record StreamEvent(
            @Schema(
                            examples = "vessel",
                            enumeration = {"vessel", "equipment", "schedule", "reset"})
                    String event,
            @Schema(description = "Its place in the stream.", pattern = "^[0-9]+$", examples = "7") String id,
            @Schema(description = "A ChangeEntry as JSON; empty in a reset.") String data,
            @Schema(description = "When to reconnect, in milliseconds.", examples = "2000") Integer retry) {}
}
