package io.fairlead.job.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.log.LogLine;
import io.fairlead.job.process.LogLevel;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.upload.Uploads;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What workers and this service say to each other. */
public final class WorkerMessages {

    static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$";
    static final String NAME_RULE = "must be 1 to 100 of letters, digits and ._/-";
    /** A type and a subtype of tokens (RFC 9110, 8.3.1), with parameters or without. */
    private static final String MEDIA_TYPE =
            "^[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}(; ?[A-Za-z0-9_-]{1,32}=[A-Za-z0-9._-]{1,64})*$";

    private static final String REQUIRED = "is required";

    private WorkerMessages() {}

    /** A worker asks for jobs. */
    @Schema(additionalProperties = Schema.False.class)
    public record Request(
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = NAME, message = NAME_RULE)
                    @Schema(
                            description = "The worker's name, another one after each restart.",
                            examples = "host-7/1234")
                    String worker,
            @NotNull(message = REQUIRED)
                    @Size(min = 1, max = 100, message = "must be 1 to 100 processes")
                    @Schema(description = "The processes that it can run.", examples = "[\"echo\"]")
                    List<@NotNull @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") String>
                            processes,
            @Min(value = 1, message = "must be 1 to 100")
                    @Max(value = 100, message = "must be 1 to 100")
                    @Schema(nullable = true, defaultValue = "1", description = "At most so many jobs.")
                    Integer most,
            @Min(value = 0, message = "must be 0 to 30")
                    @Max(value = 30, message = "must be 0 to 30")
                    @Schema(nullable = true, defaultValue = "0", description = "How long to wait for the first one.")
                    Integer waitSeconds) {

        public Request {
            most = most == null ? 1 : most;
            waitSeconds = waitSeconds == null ? 0 : waitSeconds;
        }
    }

    /** Jobs for a worker. */
    public record Leased(
            List<LeasedJob> jobs,
            @Schema(description = "How often to renew.") double heartbeatSeconds,
            @Schema(description = "How long a lease lasts without a renewal.") double leaseSeconds) {

        static Leased of(List<ClaimedJob> claimed, QueueConfig config) {
            return new Leased(
                    claimed.stream().map(LeasedJob::of).toList(),
                    config.heartbeat().toMillis() / 1000.0,
                    config.lease().toMillis() / 1000.0);
        }
    }

    /** One job. All that is said about it later names its id and the attempt. */
    public record LeasedJob(
            UUID jobID,
            int attempt,
            String processID,
            String processVersion,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class) ObjectNode inputs,
            @Schema(description = "By this service's clock.") Instant leaseUntil) {

        static LeasedJob of(ClaimedJob claimed) {
            Job job = claimed.job();
            return new LeasedJob(
                    job.id(), job.attempt(), job.process(), job.processVersion(), claimed.inputs(), job.leaseUntil());
        }
    }

    /** A worker is alive. */
    @Schema(additionalProperties = Schema.False.class)
    public record Pulse(
            @NotNull(message = REQUIRED) @Pattern(regexp = NAME, message = NAME_RULE) String worker,
            @NotNull(message = REQUIRED) @Size(max = 1000, message = "must be at most 1000 jobs")
                    List<@Valid @NotNull(message = REQUIRED) Progress> jobs) {}

    /** How far a job has come. */
    @Schema(additionalProperties = Schema.False.class)
    public record Progress(
            @NotNull(message = REQUIRED) UUID jobID,
            @NotNull(message = REQUIRED) Integer attempt,
            @Min(value = 0, message = "must be 0 to 100")
                    @Max(value = 100, message = "must be 0 to 100")
                    @Schema(nullable = true, defaultValue = "0", description = "In percent.")
                    Integer progress,
            @Size(max = 1000, message = "must be at most 1000 characters")
                    @Schema(nullable = true, description = "For a person.")
                    String message,
            @Size(max = 200, message = "must be at most 200 lines")
                    @Schema(
                            nullable = true,
                            description = "What it wrote since the last heartbeat that was answered. A line that comes "
                                    + "twice is kept once.")
                    List<@Valid @NotNull(message = REQUIRED) Line> log) {

        public Progress {
            progress = progress == null ? 0 : progress;
            log = log == null ? List.of() : log;
        }

        List<LogLine> lines() {
            return log.stream()
                    .map(line -> new LogLine(line.time(), line.level(), line.message()))
                    .toList();
        }
    }

    /** A line of a job's log. */
    @Schema(additionalProperties = Schema.False.class)
    public record Line(
            @NotNull(message = REQUIRED) @Schema(description = "When it was written, by the worker's clock.")
                    Instant time,
            @Schema(nullable = true, defaultValue = "info") LogLevel level,
            @NotNull(message = REQUIRED) @Size(max = LogLine.LONGEST, message = "must be at most 1000 characters")
                    String message) {

        public Line {
            level = level == null ? LogLevel.INFO : level;
        }
    }

    /** What a worker is to do. */
    public record Orders(List<Order> jobs) {

        static Orders of(List<Heartbeat.Beat> beats, Map<Lease, JobState> states) {
            return new Orders(beats.stream()
                    .map(Heartbeat.Beat::lease)
                    .map(lease -> new Order(lease.job(), lease.attempt(), order(states.get(lease))))
                    .toList());
        }

        private static String order(JobState state) {
            return state == null ? "stop" : state == JobState.CANCELLING ? "cancel" : "continue";
        }
    }

    /** What to do with a job. */
    public record Order(UUID jobID, int attempt, @Schema(enumeration = {"continue", "cancel", "stop"}) String order) {}

    /** Results. */
    @Schema(additionalProperties = Schema.False.class)
    public record Completion(
            @NotNull(message = REQUIRED) @Pattern(regexp = NAME, message = NAME_RULE) String worker,
            @NotNull(message = REQUIRED) UUID jobID,
            @NotNull(message = REQUIRED) Integer attempt,
            @NotNull(message = REQUIRED)
                    @Schema(
                            type = SchemaType.OBJECT,
                            implementation = Object.class,
                            description = "The outputs by their names, as the process's description says.")
                    ObjectNode outputs,
            @Schema(nullable = true, description = "The outputs that were sent in parts, by their names.")
                    Map<String, @Valid @NotNull(message = REQUIRED) Uploaded> uploads) {

        public Completion {
            uploads = uploads == null ? Map.of() : uploads;
        }
    }

    /** An output that was sent in parts. */
    @Schema(additionalProperties = Schema.False.class)
    public record Uploaded(
            @NotNull(message = REQUIRED)
                    @Min(value = 1, message = "must be 1 to 10000")
                    @Max(value = Uploads.MOST_PARTS, message = "must be 1 to 10000")
                    @Schema(description = "How many parts: those numbered from 1 to this.")
                    Integer parts,
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = MEDIA_TYPE, message = "must be a media type, such as application/json")
                    @Schema(examples = "application/vnd.apache.arrow.file")
                    String mediaType) {}

    /** An attempt came to nothing. */
    @Schema(additionalProperties = Schema.False.class)
    public record Failure(
            @NotNull(message = REQUIRED) @Pattern(regexp = NAME, message = NAME_RULE) String worker,
            @NotNull(message = REQUIRED) UUID jobID,
            @NotNull(message = REQUIRED) Integer attempt,
            @NotBlank(message = REQUIRED)
                    @Size(max = 1000, message = "must be at most 1000 characters")
                    @Schema(description = "For whoever submitted it.", pattern = "\\S")
                    String message,
            @Schema(
                            nullable = true,
                            defaultValue = "true",
                            description = "false: the same inputs can never succeed, so the job fails at once.")
                    Boolean retryable) {

        public Failure {
            retryable = retryable == null || retryable;
        }
    }

    /** A job goes back. */
    @Schema(additionalProperties = Schema.False.class)
    public record HandBack(
            @NotNull(message = REQUIRED) @Pattern(regexp = NAME, message = NAME_RULE) String worker,
            @NotNull(message = REQUIRED) UUID jobID,
            @NotNull(message = REQUIRED) Integer attempt) {}

    /** Where a job stands after an attempt. */
    public record Ended(UUID jobID, JobState state) {

        static Ended of(Job job) {
            return new Ended(job.id(), job.state());
        }
    }
}
