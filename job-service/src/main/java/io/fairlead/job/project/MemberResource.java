package io.fairlead.job.project;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a project. */
@Path("/api/v1/projects/{project}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class MemberResource {

    private static final int LONGEST_SUBJECT = 255;
    private static final String TOO_LONG = "must be at most 255 characters";

    private final Members members;
    private final Caller caller;

    MemberResource(Members members, Caller caller) {
        this.members = members;
        this.caller = caller;
    }

    /** What somebody is in a project. */
    @Schema(additionalProperties = Schema.False.class)
    public record NewMember(
            @NotNull(message = "is required") ProjectRole role,
            @Size(max = 200, message = "must be at most 200 characters")
                    @Schema(nullable = true, description = "For people; if absent it stays.")
                    String name) {}

    /** The shape of a page, for the document. */
    record MemberPage(List<Member> items, @Schema(nullable = true) String next) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getMembers", summary = "List a project's members")
    @APIResponse(
            responseCode = "200",
            description = "One page, by subject.",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; `errors` names it.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    public Uni<Response> list(
            @PathParam("project") String project, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return members.list(project, Person.of(caller), paging).map(page -> page.response(uri));
    }

    @PUT
    @Path("{subject}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "putMember", summary = "Take somebody into a project, or change their role")
    @APIResponse(
            responseCode = "200",
            description = "Who they are now.",
            content = @Content(schema = @Schema(implementation = Member.class)))
    @APIResponse(responseCode = "400", description = "The subject or the role is wrong.")
    @APIResponse(responseCode = "403", description = "The caller does not own the project.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    @APIResponse(responseCode = "409", description = "The project would have no owner.")
    public Uni<Member> put(
            @PathParam("project") String project,
            @PathParam("subject") @Size(max = LONGEST_SUBJECT, message = TOO_LONG) String subject,
            @NotNull @Valid NewMember body) {
        return members.put(project, new Member(subject, body.name(), body.role()), Person.of(caller));
    }

    @DELETE
    @Path("{subject}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "removeMember",
            summary = "Take somebody out of a project",
            description = "Everybody may leave; only an owner takes others out.")
    @APIResponse(responseCode = "204", description = "They are out.")
    @APIResponse(responseCode = "403", description = "The caller does not own the project.")
    @APIResponse(responseCode = "404", description = "There is no such project or member, or the caller is no member.")
    @APIResponse(responseCode = "409", description = "The project would have no owner.")
    public Uni<Void> remove(
            @PathParam("project") String project,
            @PathParam("subject") @Size(max = LONGEST_SUBJECT, message = TOO_LONG) String subject) {
        return members.remove(project, subject, Person.of(caller));
    }
}
