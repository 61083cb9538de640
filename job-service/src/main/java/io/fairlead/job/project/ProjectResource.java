package io.fairlead.job.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.MergePatch;
import io.fairlead.core.patch.Preconditions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects: what jobs belong to, and so who sees them. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "What jobs belong to: a project's members see its jobs, nobody else does.")
public class ProjectResource {

    private final Projects projects;
    private final Idempotency idempotency;
    private final Pool pool;
    private final Caller caller;

    ProjectResource(Projects projects, Idempotency idempotency, Pool pool, Caller caller) {
        this.projects = projects;
        this.idempotency = idempotency;
        this.pool = pool;
        this.caller = caller;
    }

    /** The shape of a page, for the document. */
    record ProjectPage(List<Project> items, @Schema(nullable = true) String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "createProject", summary = "Make a project, which the caller owns")
    @Parameter(
            name = Idempotency.HEADER,
            in = ParameterIn.HEADER,
            description = "Makes it safe to send the request twice.",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            headers = @Header(name = "Location", description = "Where it is.", schema = @Schema(format = "uri")),
            content = @Content(schema = @Schema(implementation = Project.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(
            responseCode = "409",
            description = "There is a project of this id, or a request with this Idempotency-Key is still at work.")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key was used for another request.")
    public Uni<Response> create(@NotNull @Valid NewProject body, @Context UriInfo uri) {
        Person person = Person.of(caller);
        return idempotency.once(body, transaction -> projects.add(transaction, body, person)
                .map(project -> Response.created(uri.getBaseUri().resolve("api/v1/projects/" + project.id()))
                        .tag(Preconditions.tag(project.version()))
                        .entity(project)
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getProjects",
            summary = "List the projects that the caller is a member of",
            description = "An administrator sees all.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by id.",
            content = @Content(schema = @Schema(implementation = ProjectPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    public Uni<Response> list(
            @QueryParam("archived") @Parameter(description = "Only those that are archived, or that are not.")
                    Boolean archived,
            @Valid @BeanParam Paging paging,
            @Context UriInfo uri) {
        return projects.list(Person.of(caller), archived, paging).map(page -> page.response(uri));
    }

    @GET
    @Path("{project}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getProject", summary = "Show a project")
    @APIResponse(
            responseCode = "200",
            description = "The project; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Project.class)))
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    public Uni<Response> get(@PathParam("project") String id) {
        return projects.get(id, Person.of(caller)).map(ProjectResource::answer);
    }

    @PATCH
    @Path("{project}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeProject",
            summary = "Rename, describe or archive a project",
            description =
                    "A JSON Merge Patch (RFC 7396). An archived project takes no more jobs; it can be taken back.")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewProjectPatch")))
    @APIResponse(
            responseCode = "200",
            description = "The project as it is now; its version is the ETag.",
            content = @Content(schema = @Schema(implementation = Project.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; `errors` names it.")
    @APIResponse(responseCode = "403", description = "The caller does not own it.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile.")
    @APIResponse(responseCode = "428", description = "There is no If-Match.")
    public Uni<Response> change(
            @PathParam("project") String id,
            @Parameter(required = true, description = "The ETag that the caller has seen, or `*`.", example = "*")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull JsonNode body) {
        IfMatch condition = Preconditions.required(ifMatch);
        Person person = Person.of(caller);
        return pool.withTransaction(transaction -> projects.patch(transaction, id, condition, body, person))
                .map(ProjectResource::answer);
    }

    private static Response answer(Project project) {
        return Response.ok(project).tag(Preconditions.tag(project.version())).build();
    }
}
