package io.fairlead.telemetry.power;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.BatchBuilder;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Ingest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plain door for power and energy, and the 15-minute windows that come of it. */
@Path("/api/v1/power")
@Tag(name = "Power", description = "Power and energy in, 15-minute windows out.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PowerResource {

    private static final String EXAMPLE =
            """
            {"vessel":"MV102","unit":"kW","readings":[
             {"time":"2026-01-31T04:00:00Z","value":812.5},
             {"start":"2026-01-31T04:15:00Z","end":"2026-01-31T05:15:00Z","value":790}],
             "labels":{"consumer":"main-switchboard"}}""";

    private final ReportingVessel vessels;
    private final Ingest ingest;
    private final VesselWindows windows;
    private final ReadingRules rules;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    PowerResource(
            ReportingVessel vessels,
            Ingest ingest,
            VesselWindows windows,
            ReadingRules rules,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.vessels = vessels;
        this.ingest = ingest;
        this.windows = windows;
        this.rules = rules;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.INGEST, Roles.ADMIN})
    @Operation(
            operationId = "reportPower",
            summary = "Report power or energy of a vessel",
            description = "All readings are kept, or none. A value at a `time` is power at that instant, or the energy"
                    + " since the previous reading; a value from `start` to `end` is the energy of that interval, or"
                    + " the mean power over it. Sending the same again changes nothing; another value for a known time"
                    + " corrects it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PowerReport.class),
                            examples = @ExampleObject(name = "kilowatts", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Stored.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "Something is wrong and nothing is stored; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The token does not speak for this vessel.")
    @APIResponse(responseCode = "413", description = "The body is too big.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Uni<Response> report(@NotNull PowerReport body) {
        return vessels.byCode(body.vessel(), "/vessel").chain(vessel -> {
            BatchBuilder batch = PowerReportReader.read(body, rules.limits(clock));
            if (!batch.errors().isEmpty()) {
                throw Problems.badRequest(batch.errors());
            }
            return idempotency.once(body, transaction -> ingest.accept(
                            transaction, batch.build(vessel.code(), "power"), caller.subject())
                    .map(receipt -> Response.ok(receipt).build()));
        });
    }

    @GET
    @Path("/{vessel}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getPower",
            summary = "Get a vessel's power by 15 minutes, hour, day or month",
            description = "A window is labelled by its right end: readings at 4:00, 4:05 and 4:10 are in 4:15. The sum"
                    + " of the vessel's channels, unless one is named; a meter that reports its power, its energy or its"
                    + " counter counts once. Hours, days and months are those of the zone's clocks and calendar, made"
                    + " of whole windows. Outside the data the list is empty and `available` says what there is.")
    @APIResponse(
            responseCode = "200",
            description = "The intervals that the range touches; one page of them.",
            content = @Content(schema = @Schema(implementation = VesselPower.class)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such vessel, or the caller may not see it.")
    public Uni<Response> get(
            @PathParam("vessel") String code,
            @Parameter(
                            required = true,
                            description = "From this time.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2026-01-31T04:00:00Z")
                    @QueryParam("start")
                    String start,
            @Parameter(
                            required = true,
                            description = "To this time, exclusive; at most 366 days later.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2026-01-31T05:00:00Z")
                    @QueryParam("end")
                    String end,
            @Parameter(
                            description = "How long each row is: a window, an hour, a day or a month.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"PT15M", "PT1H", "P1D", "P1M"},
                                            defaultValue = "PT15M"))
                    @QueryParam("interval")
                    @DefaultValue("PT15M")
                    String interval,
            @Parameter(
                            description = "Whose hours, days and months: a time zone of the IANA database.",
                            schema = @Schema(type = SchemaType.STRING, format = "time-zone", defaultValue = "UTC"),
                            example = "Europe/Oslo")
                    @QueryParam("zone")
                    @DefaultValue("UTC")
                    String zone,
            @Parameter(description = "Only this channel: an `id` of the vessel's channels.") @QueryParam("channel")
                    Long channel,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        PowerQuestion question = PowerQuestion.of(start, end, interval, zone, paging);
        return vessels.readable(code)
                .chain(vessel -> windows.answer(vessel.code(), channel, question))
                .map(power -> response(power, uri));
    }

    private static Response response(VesselPower power, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(power);
        if (power.next() != null) {
            answer.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", power.next())
                            .build(),
                    "next");
        }
        return answer.build();
    }
}
