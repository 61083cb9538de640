package io.fairlead.job.job;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Paging;
import io.fairlead.job.project.Person;
import io.fairlead.job.project.Projects;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of one project. */
@Path("/api/v1/projects/{project}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class ProjectJobsResource {

    private final Projects projects;
    private final Jobs jobs;
    private final Caller caller;

    ProjectJobsResource(Projects projects, Jobs jobs, Caller caller) {
        this.projects = projects;
        this.jobs = jobs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getProjectJobs", summary = "List a project's jobs, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of jobs.",
            headers = @Header(name = "Link", description = "The next page, if there is one."),
            content = @Content(schema = @Schema(implementation = JobList.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong.")
    @APIResponse(responseCode = "404", description = "There is no such project, or the caller is no member.")
    public Uni<Response> list(
            @PathParam("project") String project, @Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return projects.get(project, Person.of(caller))
                .chain(() -> jobs.list(JobFilter.ofProject(project), paging))
                .map(page -> JobList.response(page, uri));
    }
}
