package io.fairlead.job.trigger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fairlead.job.project.Person;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What starts jobs, and what came of it. */
public record Trigger(
        UUID id,
        @JsonUnwrapped NewTrigger definition,
        @Schema(description = "Who wrote it last, in whose name and with whose rights jobs are started.") String owner,
        Instant created,
        Instant updated,
        long version,
        @Schema(nullable = true, description = "When the schedule is due next; null for events and when switched off.")
                Instant nextFire,
        @Schema(nullable = true, description = "When it started a job last.") Instant lastFired,
        @Schema(nullable = true, description = "Which job it started last.") UUID lastJob,
        @Schema(nullable = true, description = "Why it could not start a job the last time that it could not.")
                String lastError,
        @Schema(nullable = true) Instant lastErrorAt,
        @Schema(description = "How many jobs it started.") long fired,
        @Schema(description = "How many it could not start.") long failed,
        @JsonIgnore @Schema(hidden = true) Person person) {}
