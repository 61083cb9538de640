package io.fairlead.telemetry.token;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Personal access tokens: made, listed and revoked by whoever signs in, never by such a token itself. */
@Path("/api/v1/tokens")
@Tag(name = "Access tokens", description = "Personal access tokens for BI tools, scripts and devices.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.INGEST, Roles.WORKER, Roles.ADMIN})
public class TokenResource {

    private final AccessTokens tokens;
    private final Caller caller;
    private final SecurityIdentity identity;

    TokenResource(AccessTokens tokens, Caller caller, SecurityIdentity identity) {
        this.tokens = tokens;
        this.caller = caller;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "createToken",
            summary = "Make a personal access token",
            description =
                    "The answer holds the secret, which is shown once and kept nowhere. Send it as `Authorization:"
                            + " Bearer`, or as the password of Basic authentication with any user name, to the sensor, power,"
                            + " analytics and export APIs, OData and the InfluxDB doors. It acts for you with the scopes and vessels that it"
                            + " has, until it expires or is revoked. An Idempotency-Key is not taken: the first answer would"
                            + " have to be kept. Sending the same name again answers 409 and makes no second token.")
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = CreatedAccessToken.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "403",
            description = "A scope or vessel is beyond your own; `errors` names it. Or this is such a token itself.")
    @APIResponse(responseCode = "409", description = "You have a token of this name, or too many.")
    public Uni<Response> create(@NotNull @Valid NewAccessToken body) {
        requireSignedIn();
        TokenGrant grant = TokenGrant.of(body, caller::hasRole, caller.readableVessels());
        if (!grant.refused().isEmpty()) {
            throw beyond(grant.refused());
        }
        return tokens.create(body, grant).map(created -> Response.created(
                        URI.create("/api/v1/tokens/" + created.token().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(created)
                .build());
    }

    @GET
    @Operation(operationId = "listTokens", summary = "List your personal access tokens, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page, with those that are expired or revoked.",
            content = @Content(schema = @Schema(implementation = TokenPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "403", description = "Only an administrator may see somebody else's.")
    public Uni<Response> list(
            @Parameter(description = "The user name of whose tokens an administrator asks for; your own when absent.")
                    @QueryParam("owner")
                    String owner,
            @BeanParam @Valid Paging paging,
            @Context UriInfo uri) {
        requireSignedIn();
        if (owner != null && owner.indexOf('\0') >= 0) {
            throw Problems.badRequest(FieldError.query("owner", "must not hold U+0000"));
        }
        if (owner != null && !caller.hasRole(Roles.ADMIN)) {
            throw Problems.forbidden("Only an administrator may see somebody else's tokens.");
        }
        return tokens.list(owner, paging).map((Page<AccessToken> page) -> page.response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getToken", summary = "Get a personal access token")
    @APIResponse(
            responseCode = "200",
            description = "The token, without its secret.",
            content = @Content(schema = @Schema(implementation = AccessToken.class)))
    @APIResponse(responseCode = "403", description = "This is such a token itself.")
    @APIResponse(responseCode = "404", description = "There is no such token of yours.")
    public Uni<AccessToken> get(@PathParam("id") long id) {
        requireSignedIn();
        return tokens.get(id, ownerToMatch());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a personal access token",
            description = "It lets nobody in from now on, on every instance. An administrator may revoke anybody's.")
    @APIResponse(responseCode = "204", description = "Revoked, now or earlier.")
    @APIResponse(responseCode = "403", description = "This is such a token itself.")
    @APIResponse(responseCode = "404", description = "There is no such token of yours.")
    public Uni<Response> revoke(@PathParam("id") long id) {
        requireSignedIn();
        return tokens.revoke(id, ownerToMatch())
                .replaceWith(() -> Response.noContent().build());
    }

    private String ownerToMatch() {
        return caller.hasRole(Roles.ADMIN) ? null : caller.subject();
    }

    /** A leaked token must not be able to outlive itself, nor to hide its traces. */
    private void requireSignedIn() {
        if (identity.getPrincipal() instanceof TokenPrincipal) {
            throw Problems.forbidden("Sign in to handle tokens: a personal access token cannot.");
        }
    }

    private static HttpProblem beyond(List<FieldError> refused) {
        String detail = refused.size() == 1 ? refused.get(0).detail() : "This is beyond your own rights.";
        return HttpProblem.builder(Problems.forbidden(detail))
                .with("errors", refused)
                .build();
    }

    /** The shape of a page, for the document. */
    record TokenPage(List<AccessToken> items, @Schema(nullable = true) String next) {}
}
