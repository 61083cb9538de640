package io.fairlead.job.job;

import io.fairlead.job.ogc.OgcProblems;
import java.util.UUID;

/** Reads a job's id from a path. What cannot be an id is the id of no job. */
final class JobId {

    private JobId() {}

    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw OgcProblems.noSuchJob(id);
        }
    }
}
