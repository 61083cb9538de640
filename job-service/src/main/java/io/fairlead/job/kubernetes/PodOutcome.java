package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;

/** What a Kubernetes Job says has become of its pod. */
enum PodOutcome {
    /** It is waited for, or runs. */
    ALIVE("It runs."),
    /** It exited without an error; if the lease still holds then without its results. */
    EXITED("Its pod exited without handing in results."),
    /** It exited with an error. */
    FAILED("Its pod failed."),
    /** It took longer than its deadline. */
    TOO_LONG("Its pod took longer than it may."),
    /** It was evicted, preempted or lost with its node, which is no fault of the process. */
    DISRUPTED("Its pod was lost.");

    private static final String TRUE = "True";

    private final String message;

    PodOutcome(String message) {
        this.message = message;
    }

    /** For whoever submitted the job. */
    String message() {
        return message;
    }

    static PodOutcome of(Job job) {
        if (job.getStatus() == null || job.getStatus().getConditions() == null) {
            return ALIVE;
        }
        return job.getStatus().getConditions().stream()
                .filter(condition -> TRUE.equals(condition.getStatus()))
                .map(PodOutcome::of)
                .filter(outcome -> outcome != ALIVE)
                .findFirst()
                .orElse(ALIVE);
    }

    /** Final conditions only: a Job whose failure is certain but whose pod still ends is alive. */
    private static PodOutcome of(JobCondition condition) {
        return switch (condition.getType()) {
            case "Complete" -> EXITED;
            case "Failed" -> ofFailure(condition.getReason());
            default -> ALIVE;
        };
    }

    private static PodOutcome ofFailure(String reason) {
        if ("DeadlineExceeded".equals(reason)) {
            return TOO_LONG;
        }
        // The manifest's one rule of failure is that of disrupted pods.
        return "PodFailurePolicy".equals(reason) ? DISRUPTED : FAILED;
    }
}
