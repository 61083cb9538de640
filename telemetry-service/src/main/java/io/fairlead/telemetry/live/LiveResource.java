package io.fairlead.telemetry.live;

import io.fairlead.core.http.Download;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.stream.Closing;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a vessel's readings as they are accepted (server-sent events). */
@Path("/api/v1/sensors/{vessel}")
@Tag(name = "Sensors", description = "Sensor readings in and out.")
@RolesAllowed(Roles.VIEWER)
public class LiveResource {

    private static final int LONGEST_SECONDS = 3600;

    /** A token may be revoked meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(LONGEST_SECONDS);

    private final ReportingVessel vessels;
    private final LiveReadings readings;
    private final Caller caller;
    private final Closing closing;

    LiveResource(ReportingVessel vessels, LiveReadings readings, Caller caller, Closing closing) {
        this.vessels = vessels;
        this.readings = readings;
        this.caller = caller;
        this.closing = closing;
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamReadings",
            summary = "Listen to a vessel's readings",
            description = "Server-sent events named readings, one for each accepted batch: new and corrected readings,"
                    + " channel by channel. Reconnect with an event's id as Last-Event-ID and nothing is missed or"
                    + " doubled, on any instance, as far back as the topic goes; without it the stream begins now. An"
                    + " id that is not there any more, or not yet, gets an event named reset: read the readings again."
                    + " The stream ends when the token expires, and when the reader is too slow.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ReadingEvent.class),
                            example =
                                    "event: readings\nid: 7\ndata: {\"vessel\":\"MV102\",\"channels\":[{\"channel\":{\"id\":\"17\",\"name\":\"power\",\"labels\":{},\"quantity\":\"power\",\"unit\":\"kW\"},\"readings\":[{\"time\":\"2026-01-31T04:00:00Z\",\"value\":812.5}]}]}\n\n"))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> stream(
            @PathParam("vessel") String code,
            @Parameter(description = "Only channels of this name; several may be named.", example = "power")
                    @QueryParam("channel")
                    List<String> channels,
            @Parameter(description = "The id of the last event seen.", example = "0")
                    @HeaderParam("Last-Event-ID")
                    @Min(0)
                    Long lastEventId,
            @Parameter(description = "Ends the stream after so many seconds, for scripts.", example = "1")
                    @QueryParam("seconds")
                    @Min(1)
                    @Max(LONGEST_SECONDS)
                    Integer seconds) {
        Duration length = caller.goodFor(seconds == null ? LONGEST : Duration.ofSeconds(seconds));
        return vessels.readable(code).map(vessel -> {
            Set<String> names = channels == null ? Set.of() : Set.copyOf(channels);
            Multi<byte[]> events = readings.events(vessel.code(), names, lastEventId);
            return Response.ok(
                            new Download(events.select().first(length).plug(closing::ending)),
                            MediaType.SERVER_SENT_EVENTS_TYPE)
                    .header("Cache-Control", "no-store")
                    .header("X-Accel-Buffering", "no")
                    .build();
        });
    }

    /** The shape of an event, for the document: each event of the stream, not the stream, as OpenAPI 3.1 is read. */
    @Schema(description = "One event of the stream; heartbeats are comments without any field.")
    record ReadingEvent(
            @Schema(
                            examples = "readings",
                            enumeration = {"readings", "reset"})
                    String event,
            @Schema(description = "Its place in the stream; -1 before the first.", examples = "7") String id,
            @Schema(description = "A vessel, its channels and their readings as JSON; empty in a reset.") String data,
            @Schema(description = "When to reconnect, in milliseconds.", examples = "2000") Integer retry) {}
}
