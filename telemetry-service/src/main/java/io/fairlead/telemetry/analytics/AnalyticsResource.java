package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What data science found out about the fleet: published here or on Kafka, read here. */
@Path("/api/v1/analytics")
@Tag(name = "Analytics", description = "Results of models: named, typed, with the run that made them.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class AnalyticsResource {

    private static final String EXAMPLE =
            """
            {"name":"fuel.anomaly-score","vessel":"MV102","start":"2026-01-31T00:00:00Z","end":"2026-02-01T00:00:00Z",
             "type":"number","value":0.93,"unit":"1","model":{"name":"isolation-forest","version":"2.3.1"},
             "run":{"id":"2026-02-01-7f3a","parameters":{"trees":200},"metrics":{"auc":0.97}},
             "producedAt":"2026-02-01T02:10:00Z"}""";

    private final Publication publication;
    private final ResultQueries queries;
    private final ResultNames names;
    private final ResultFormat format;
    private final Idempotency idempotency;

    AnalyticsResource(
            Publication publication,
            ResultQueries queries,
            ResultNames names,
            ResultFormat format,
            Idempotency idempotency) {
        this.publication = publication;
        this.queries = queries;
        this.names = names;
        this.format = format;
        this.idempotency = idempotency;
    }

    /** On a worker: a body of 8 MiB takes long to parse, and would hold up whatever else its event loop serves. */
    @POST
    @Path("/results")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INGEST, Roles.WORKER, Roles.ADMIN})
    @Operation(
            operationId = "publishResults",
            summary = "Publish one result or up to 1,000",
            description = "All are kept, or none. A result's key is its name, vessel, period, model, version and run:"
                    + " sending the same again changes nothing, other content under the same key corrects it and the"
                    + " former is kept as an earlier revision. The result of a newer run or version of the model (by"
                    + " `producedAt`) for the same name, vessel and period replaces the older as the current one."
                    + " Published results go out on the topic analytics.results. `ingest` publishes for the vessels of"
                    + " its token; `worker` and `admin` for any, and for the whole fleet.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {NewResult.class, NewResults.class}),
                            examples = @ExampleObject(name = "score", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Known already, or corrected; nothing is new.",
            content = @Content(schema = @Schema(implementation = PublishReceipt.class)))
    @APIResponse(
            responseCode = "201",
            description = "Kept; something is new.",
            content = @Content(schema = @Schema(implementation = PublishReceipt.class)))
    @APIResponse(responseCode = "400", description = "Something is wrong and nothing is kept; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The token does not publish for this vessel.")
    @APIResponse(responseCode = "413", description = "The body is too big.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    @Blocking
    public Uni<Response> publish(@NotNull JsonNode body) {
        List<NewResult> results = publication.read(body);
        return idempotency.once(body, transaction -> publication
                .publish(transaction, results, body.isArray())
                .map(AnalyticsResource::receipt));
    }

    @GET
    @Path("/results")
    @Produces({MediaType.APPLICATION_JSON, ResultFormat.CSV, ResultFormat.NDJSON})
    @Operation(
            operationId = "listResults",
            summary = "List results, newest start first",
            description = "Those whose period overlaps `start` to `end`. A page ends earlier than its limit when its"
                    + " values reach 8 MiB. In CSV and NDJSON the next page is in the header Link.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResultPage.class)),
                @Content(mediaType = ResultFormat.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ResultFormat.NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "406", description = "There is no such format.")
    public Uni<Response> list(
            @BeanParam @Valid ResultFilter filter,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        ResultFilter.requireValues(uri);
        return queries.list(filter, paging).map(page -> format.response(page, uri, headers));
    }

    @GET
    @Path("/results/latest")
    @Produces({MediaType.APPLICATION_JSON, ResultFormat.CSV, ResultFormat.NDJSON})
    @Operation(
            operationId = "listLatestResults",
            summary = "List the newest result of each name and vessel",
            description = "The current one whose period begins last, by name and vessel.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResultPage.class)),
                @Content(mediaType = ResultFormat.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ResultFormat.NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "406", description = "There is no such format.")
    public Uni<Response> latest(
            @Parameter(description = "Only results of this name; may be given several times.") @QueryParam("name")
                    List<String> name,
            @Parameter(description = "Only results about this vessel; may be given several times.")
                    @QueryParam("vessel")
                    List<String> vessel,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        ResultFilter.requireValues(uri);
        return queries.latest(ResultFilter.checked("name", name), ResultFilter.checked("vessel", vessel), paging)
                .map(page -> format.response(page, uri, headers));
    }

    @GET
    @Path("/results/{id}")
    @Operation(operationId = "getResult", summary = "Get a result")
    @APIResponse(
            responseCode = "200",
            description = "The result, in its newest revision.",
            content = @Content(schema = @Schema(implementation = Result.class)))
    @APIResponse(responseCode = "404", description = "There is no such result, or the caller may not see it.")
    public Uni<Result> get(@PathParam("id") long id) {
        return queries.get(id);
    }

    @GET
    @Path("/results/{id}/history")
    @Operation(operationId = "listResultHistory", summary = "List all revisions of a result, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ResultPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such result, or the caller may not see it.")
    public Uni<Response> history(@PathParam("id") long id, @BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return queries.history(id, paging).map(page -> page.response(uri));
    }

    @GET
    @Path("/names")
    @Operation(
            operationId = "listResultNames",
            summary = "List the names under which there are results",
            description = "With their types, units and vessels.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = NamePage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> names(@BeanParam @Valid Paging paging, @Context UriInfo uri) {
        return names.list(paging).map(page -> page.response(uri));
    }

    private static Response receipt(PublishReceipt receipt) {
        Response.ResponseBuilder answer =
                Response.status(receipt.created() > 0 ? 201 : 200).entity(receipt);
        if (receipt.items().size() == 1) {
            answer.location(URI.create(
                    "/api/v1/analytics/results/" + receipt.items().get(0).id()));
        }
        return answer.build();
    }

    /** The shape of a page of results, for the document. */
    record ResultPage(List<Result> items, @Schema(nullable = true) String next) {}

    /** The shape of a page of names, for the document. */
    record NamePage(List<ResultName> items, @Schema(nullable = true) String next) {}
}
