package io.fairlead.job.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A job that a worker has just been given, with what it is to compute. */
public record ClaimedJob(Job job, ObjectNode inputs) {

    public Lease lease() {
        return new Lease(job.id(), job.attempt(), job.worker());
    }
}
