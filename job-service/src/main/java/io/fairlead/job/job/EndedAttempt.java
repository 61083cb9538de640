package io.fairlead.job.job;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one attempt. */
public record EndedAttempt(
        int attempt,
        @Schema(description = "Who ran it.") String worker,
        Instant started,
        Instant finished,
        @Schema(
                        description =
                                "`crash`: its worker went silent. `handed-back`: its worker was stopped in good order.",
                        enumeration = {"successful", "error", "unavailable", "crash", "dismissed", "handed-back"})
                String outcome,
        @Schema(nullable = true) String message) {}
