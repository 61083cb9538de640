package io.fairlead.job.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fairlead.core.identity.Roles;
import io.fairlead.job.ogc.Link;
import io.fairlead.job.ogc.OgcProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be computed. */
@Path("/api/v1/processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes", description = "What can be computed, and what each process takes and gives.")
@RolesAllowed(Roles.VIEWER)
public class ProcessResource {

    private final ProcessCatalogue catalogue;

    ProcessResource(ProcessCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The standard's process list. */
    public record ProcessList(List<ProcessSummary> processes, List<Link> links) {}

    /** A process without its inputs and outputs. */
    public record ProcessSummary(
            String id,
            String title,
            String description,
            String version,
            List<String> keywords,
            List<String> jobControlOptions,
            List<String> outputTransmission,
            List<Link> links) {

        static ProcessSummary of(ProcessDescription process, UriInfo uri) {
            return new ProcessSummary(
                    process.id(),
                    process.title(),
                    process.description(),
                    process.version(),
                    process.keywords(),
                    process.jobControlOptions(),
                    process.outputTransmission(),
                    List.of(Link.to(uri, "api/v1/processes/" + process.id(), "self", process.title())));
        }
    }

    /** A process in full. */
    public record LinkedDescription(@JsonUnwrapped ProcessDescription process, List<Link> links) {}

    @GET
    @Operation(operationId = "getProcesses", summary = "List the processes")
    @APIResponse(responseCode = "200", description = "The processes, by id.")
    public ProcessList list(@Context UriInfo uri) {
        return new ProcessList(
                catalogue.descriptions().stream()
                        .map(process -> ProcessSummary.of(process, uri))
                        .toList(),
                List.of(Link.to(uri, "api/v1/processes", "self", "The processes")));
    }

    @GET
    @Path("{processID}")
    @Operation(operationId = "getProcessDescription", summary = "Describe a process")
    @APIResponse(responseCode = "200", description = "Its inputs and outputs, each with its JSON Schema.")
    @APIResponse(responseCode = "404", description = "There is no such process.")
    public LinkedDescription describe(@PathParam("processID") String id, @Context UriInfo uri) {
        return catalogue
                .description(id)
                .map(process -> new LinkedDescription(
                        process,
                        List.of(
                                Link.to(uri, "api/v1/processes/" + id, "self", process.title()),
                                Link.to(uri, "api/v1/jobs", Link.JOB_LIST, "Start it, and see its jobs"))))
                .orElseThrow(() -> OgcProblems.noSuchProcess(id));
    }
}
