package io.fairlead.job.ogc;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The exceptions that OGC API - Processes names, as problem details of the standard's own types. */
public final class OgcProblems {

    private static final String TYPES = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    private OgcProblems() {}

    public static HttpProblem noSuchProcess(String id) {
        return notFound("no-such-process", "No such process", "There is no process " + id + ".");
    }

    public static HttpProblem noSuchJob(String id) {
        return notFound("no-such-job", "No such job", "There is no job " + id + ".");
    }

    public static HttpProblem resultNotReady(Object id) {
        return notFound("result-not-ready", "Result not ready", "Job " + id + " has no results yet.");
    }

    public static HttpProblem noSuchOutput(String name) {
        return notFound("no-such-output", "No such output", "There is no output " + name + ".");
    }

    private static HttpProblem notFound(String type, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + type))
                .withTitle(title)
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail(detail)
                .build();
    }
}
