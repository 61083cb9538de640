package io.fairlead.job.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.job.ogc.Link;
import io.fairlead.job.ogc.OgcProblems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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
    @APIResponse(responseCode = "400", description = "A parameter is wrong.")
    public ProcessList list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        String after = paging.after(1).map(key -> key.get(0)).orElse("");
        Page<ProcessDescription> page = Page.of(
                catalogue.descriptions().stream()
                        .filter(process -> process.id().compareTo(after) > 0)
                        .limit(paging.fetch())
                        .toList(),
                paging,
                process -> List.of(process.id()));
        return new ProcessList(
                page.items().stream()
                        .map(process -> ProcessSummary.of(process, uri))
                        .toList(),
                Link.ofPage(uri, page.next()));
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
                                Link.to(uri, "api/v1/jobs", Link.JOB_LIST, "See its jobs"),
                                Link.to(uri, "api/v1/processes/" + id + "/execution", Link.EXECUTE, "Start it"))))
                .orElseThrow(() -> OgcProblems.noSuchProcess(id));
    }
}
