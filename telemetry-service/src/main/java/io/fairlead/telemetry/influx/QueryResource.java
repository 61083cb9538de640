package io.fairlead.telemetry.influx;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.AnyQuery;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Answers what writers of InfluxDB 1 ask before they write: to make their database, or which there are. There is one,
 * whatever they call it; readings are read elsewhere.
 */
@Path("/query")
@Tag(name = "InfluxDB")
@Consumes(MediaType.WILDCARD)
@RolesAllowed({Roles.INGEST, Roles.ADMIN})
@AnyQuery
public class QueryResource {

    @GET
    @Operation(operationId = "queryInflux", summary = "Ask for the databases as of InfluxDB 1")
    @APIResponse(
            responseCode = "200",
            description = "The answer.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueryAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "This is neither of the statements that are answered.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InfluxError.class)))
    public Response get(
            @Parameter(
                            required = true,
                            description = "`SHOW DATABASES` or `CREATE DATABASE name`.",
                            schema = @Schema(type = SchemaType.STRING, pattern = QueryAnswer.STATEMENT),
                            example = "SHOW DATABASES")
                    @QueryParam("q")
                    String statement) {
        return answer(statement);
    }

    @POST
    @Operation(
            operationId = "executeInflux",
            summary = "Make a database as of InfluxDB 1",
            description = "`CREATE DATABASE` makes nothing and is answered as if it had, for agents that begin with it."
                    + " The statement may come as the query's `q` too.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = QueryAnswer.Form.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answer.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueryAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "This is neither of the statements that are answered.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InfluxError.class)))
    public Response post(
            @Parameter(hidden = true) @QueryParam("q") String statement, @Context UriInfo uri, byte[] body) {
        return answer(uri.getQueryParameters().containsKey("q") ? statement : form(body));
    }

    /** JSON, whatever is accepted: libraries ask for MessagePack and take what comes. */
    private static Response answer(String statement) {
        return Response.ok(QueryAnswer.of(statement), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String form(byte[] body) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        try {
            return new QueryStringDecoder(text, false)
                    .parameters()
                    .getOrDefault("q", List.of(""))
                    .get(0);
        } catch (IllegalArgumentException e) {
            throw InfluxError.refusal(400, "invalid", "The body is no form.");
        }
    }
}
