package io.fairlead.job.queue;

import java.util.UUID;

/**
 * The right to run one attempt of a job. Every write about the attempt names all three parts, so that a worker whose
 * lease was taken back can change nothing.
 */
public record Lease(UUID job, int attempt, String worker) {}
