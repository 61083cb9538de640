package io.fairlead.job.webhook;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.job.project.Membership;
import io.fairlead.job.project.Person;
import io.fairlead.job.project.Projects;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The secrets by which receivers know that a message is from here. */
@Path("/api/v1/webhooks/secrets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Webhooks", description = "What subscribers of jobs are told: signed as Standard Webhooks say.")
public class SecretResource {

    private final Secrets secrets;
    private final Projects projects;
    private final Membership membership;
    private final Pool pool;
    private final Caller caller;

    SecretResource(Secrets secrets, Projects projects, Membership membership, Pool pool, Caller caller) {
        this.secrets = secrets;
        this.projects = projects;
        this.membership = membership;
        this.pool = pool;
        this.caller = caller;
    }

    /** A secret that signs now. */
    public record SigningSecret(
            @Schema(description = "As Standard Webhooks libraries take it.", pattern = "^whsec_") String secret,
            Instant created,
            @Schema(nullable = true, description = "When it signs no more; null for the current one.")
                    Instant expires) {}

    /** All that sign now. */
    public record SecretList(List<SigningSecret> items) {}

    @GET
    @Operation(
            operationId = "getWebhookSecrets",
            summary = "Show the secrets that sign what subscribers are told",
            description = "Of a project's jobs for its owners and members, or of the caller's jobs of no project.")
    @APIResponse(
            responseCode = "200",
            description = "The current one first, then the one before it while it still signs.",
            content = @Content(schema = @Schema(implementation = SecretList.class)))
    @APIResponse(responseCode = "403", description = "The caller may only read the project's jobs.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    public Uni<Response> list(@QueryParam("project") @Parameter(description = "Of this project.") String project) {
        return owner(project).chain(secrets::of).map(SecretResource::answer);
    }

    @POST
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Make a new secret",
            description =
                    "Messages are signed with both until the old one expires, so that receivers can be told meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "The new one first, then the one before it.",
            content = @Content(schema = @Schema(implementation = SecretList.class)))
    @APIResponse(responseCode = "403", description = "The caller may only read the project's jobs.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    public Uni<Response> replace(@QueryParam("project") @Parameter(description = "Of this project.") String project) {
        return owner(project).chain(secrets::replace).map(SecretResource::answer);
    }

    /** In whose name is signed, as a job's share says it. */
    private Uni<String> owner(String project) {
        Person person = Person.of(caller);
        return project == null
                ? Uni.createFrom().item("user " + person.subject())
                : projects.get(project, person)
                        .chain(() -> membership.requireWork(pool, project, person))
                        .replaceWith("project " + project);
    }

    private static Response answer(List<Secrets.Secret> secrets) {
        List<SigningSecret> items = secrets.stream()
                .map(secret ->
                        new SigningSecret(WebhookSignature.text(secret.bytes()), secret.created(), secret.expires()))
                .toList();
        return Response.ok(new SecretList(items))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
