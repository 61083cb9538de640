package io.fairlead.job.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.job.ExecuteRequest.Delivery;
import java.util.List;
import java.util.UUID;

/**
 * A job that is asked for, by whichever call.
 *
 * @param project what it belongs to, may be null
 * @param outputs the outputs wanted; empty for all
 * @param retryOf the job that it repeats, null if none
 */
public record NewJob(
        String process,
        ObjectNode inputs,
        String project,
        int priority,
        Delivery response,
        List<String> outputs,
        UUID retryOf) {

    static NewJob of(JobRequest request) {
        return new NewJob(
                request.process(),
                request.inputs(),
                request.project(),
                request.priority(),
                Delivery.DOCUMENT,
                List.of(),
                null);
    }

    static NewJob of(String process, ExecuteRequest request, ObjectNode inputs) {
        return new NewJob(
                process,
                inputs,
                null,
                JobRequest.USUAL_PRIORITY,
                request.response(),
                List.copyOf(request.outputs().keySet()),
                null);
    }
}
