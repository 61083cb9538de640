package io.fairlead.job.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.event.Event;
import java.util.List;

/**
 * Publishes results besides keeping them. Its events commit with the job's success, whichever worker it was that computed
 * them, or not at all.
 */
public interface Publication {

    /**
     * What to publish; empty for jobs of no interest.
     *
     * @param job a job that has just become successful
     * @param outputs its results, by their names
     */
    List<Event> of(Job job, ObjectNode outputs);
}
