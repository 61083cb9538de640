package io.fairlead.job.job;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.ParameterBean;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.JobStatus;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which jobs of the list are asked for. The filters are the standard's, and some more. */
public class JobFilter implements ParameterBean {

    static final String SQL =
            """
            ($1::text[] is null or state = any($1)) and ($2::text[] is null or process = any($2))
                and ($3::timestamptz is null or created_at >= $3) and ($4::timestamptz is null or created_at <= $4)
                and ($5::bigint is null or coalesce(finished_at, $7) - started_at >= $5 * interval '1 second')
                and ($6::bigint is null or coalesce(finished_at, $7) - started_at <= $6 * interval '1 second')
                and ($8::text is null or project = $8) and ($9::text is null or created_by = $9)
            """;

    @QueryParam("type")
    @Parameter(
            description = "Only jobs of these types; all are processes.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = JobType.class))
    List<String> type;

    @QueryParam("status")
    @Parameter(
            description = "Only jobs with one of these statuses.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = JobStatus.class))
    List<String> status;

    @QueryParam("state")
    @Parameter(
            description =
                    "Only jobs in one of these finer states; `quarantined` are those that somebody has to look at.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = JobState.class))
    List<String> state;

    @QueryParam("processID")
    @Parameter(description = "Only jobs of one of these processes.")
    List<String> processID;

    @QueryParam("datetime")
    @Parameter(
            description =
                    "Only jobs created at this time, or in this interval with both ends; `..` leaves an end open.",
            schema = @Schema(type = SchemaType.STRING, format = "time-interval"),
            example = "2026-01-31T00:00:00Z/..")
    String datetime;

    @QueryParam("minDuration")
    @Min(value = 0, message = "must not be negative")
    @Parameter(description = "Only jobs that ran, or have run so far, for at least so many seconds.")
    Integer minDuration;

    @QueryParam("maxDuration")
    @Min(value = 0, message = "must not be negative")
    @Parameter(description = "Only jobs that ran, or have run so far, for at most so many seconds.")
    Integer maxDuration;

    @QueryParam("project")
    @Parameter(description = "Only jobs of this project.")
    String project;

    @QueryParam("mine")
    @Parameter(description = "Only jobs that the caller submitted.")
    Boolean mine;

    /** All jobs of a project. */
    static JobFilter ofProject(String project) {
        JobFilter filter = new JobFilter();
        filter.type = List.of();
        filter.status = List.of();
        filter.state = List.of();
        filter.processID = List.of();
        filter.project = project;
        return filter;
    }

    /** The types of jobs that the standard's list knows. */
    public enum JobType {
        PROCESS;

        @JsonValue
        @Override
        public String toString() {
            return "process";
        }
    }

    /**
     * The parameters of {@link #SQL}.
     *
     * @param now until when a job that has not ended has run
     * @param caller the caller's subject
     */
    Tuple parameters(OffsetDateTime now, String caller) {
        requireKnownTypes();
        TimeInterval created = TimeInterval.parse(datetime);
        return Tuple.tuple()
                .addArrayOfString(states())
                .addArrayOfString(processID.isEmpty() ? null : processID.toArray(String[]::new))
                .addOffsetDateTime(created.start())
                .addOffsetDateTime(created.end())
                .addLong(minDuration == null ? null : minDuration.longValue())
                .addLong(maxDuration == null ? null : maxDuration.longValue())
                .addOffsetDateTime(now)
                .addString(project)
                .addString(Boolean.TRUE.equals(mine) ? caller : null);
    }

    private void requireKnownTypes() {
        if (!type.stream().allMatch(JobType.PROCESS.toString()::equals)) {
            throw Problems.badRequest(FieldError.query("type", "must be process"));
        }
    }

    /** The names of the states asked for; null for all. */
    private String[] states() {
        if (status.isEmpty() && state.isEmpty()) {
            return null;
        }
        List<JobState> wanted = state.stream().map(JobFilter::state).toList();
        return Stream.of(JobState.values())
                .filter(candidate -> status.isEmpty() || statuses().contains(candidate.status()))
                .filter(candidate -> state.isEmpty() || wanted.contains(candidate))
                .map(JobState::label)
                .toArray(String[]::new);
    }

    private List<JobStatus> statuses() {
        return status.stream().map(JobFilter::status).toList();
    }

    private static JobStatus status(String label) {
        return Stream.of(JobStatus.values())
                .filter(candidate -> candidate.toString().equals(label))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest(
                        FieldError.query("status", "must be accepted, running, successful, failed or dismissed")));
    }

    private static JobState state(String label) {
        return Stream.of(JobState.values())
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest(FieldError.query("state", "must be a state of jobs")));
    }
}
