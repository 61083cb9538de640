package io.fairlead.job.ogc;

import io.fairlead.core.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a client that knows only the standard begins. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entry", description = "Where a client that knows only the standard begins.")
@RolesAllowed(Roles.VIEWER)
public class LandingResource {

    private static final String CLASSES = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";

    /** The landing page. */
    public record Landing(String title, String description, List<Link> links) {}

    /** The conformance declaration. */
    public record Conformance(List<String> conformsTo) {}

    @GET
    @Operation(operationId = "getLandingPage", summary = "Show where everything is")
    @APIResponse(responseCode = "200", description = "Links to the processes, the jobs and this API's description.")
    public Landing landing(@Context UriInfo uri) {
        return new Landing(
                "Fairlead jobs",
                "Long computations: started with one call, their answers kept.",
                List.of(
                        Link.to(uri, "api/v1/", "self", "This page"),
                        Link.to(uri, "openapi/job.json", "service-desc", "The API's description")
                                .as("application/vnd.oai.openapi+json;version=3.1"),
                        Link.to(uri, "docs", "service-doc", "The API's documentation")
                                .as(MediaType.TEXT_HTML),
                        Link.to(uri, "api/v1/conformance", Link.CONFORMANCE, "What of the standard is there"),
                        Link.to(uri, "api/v1/processes", Link.PROCESSES, "What can be computed"),
                        Link.to(uri, "api/v1/jobs", Link.JOB_LIST, "What is and was computed")));
    }

    /** Declares what is there. The core class is not: it asks for inputs by reference, which are refused. */
    @GET
    @Path("conformance")
    @Operation(operationId = "getConformanceClasses", summary = "Say which parts of the standard are there")
    @APIResponse(responseCode = "200", description = "The conformance classes of OGC API - Processes 1.0.")
    public Conformance conformance() {
        return new Conformance(List.of(
                CLASSES + "json",
                CLASSES + "ogc-process-description",
                CLASSES + "job-list",
                CLASSES + "dismiss",
                CLASSES + "callback"));
    }
}
