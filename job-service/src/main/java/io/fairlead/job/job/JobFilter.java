package io.fairlead.job.job;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.JobStatus;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which jobs of the list are asked for. */
public class JobFilter {

    @QueryParam("status")
    @Parameter(
            description = "Only jobs with one of these statuses.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = JobStatus.class))
    List<String> status;

    @QueryParam("processID")
    @Parameter(description = "Only jobs of one of these processes.")
    List<String> processID;

    /** The names of the states asked for; null for all. */
    String[] states() {
        return status.isEmpty()
                ? null
                : status.stream()
                        .flatMap(JobFilter::states)
                        .map(JobState::label)
                        .toArray(String[]::new);
    }

    /** The processes asked for; null for all. */
    String[] processes() {
        return processID.isEmpty()
                ? null
                : processID.stream().map(JobFilter::process).toArray(String[]::new);
    }

    private static Stream<JobState> states(String status) {
        try {
            return JobState.of(JobStatus.fromString(status)).stream();
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(
                    FieldError.query("status", "must be accepted, running, successful, failed or dismissed"));
        }
    }

    private static String process(String id) {
        if (id.indexOf('\0') >= 0) {
            throw Problems.badRequest(FieldError.query("processID", "must not contain U+0000"));
        }
        return id;
    }
}
