package io.fairlead.job.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.job.ExecuteRequest.Delivery;
import io.fairlead.job.subscriber.Subscriber;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * A job that is asked for, by whichever call.
 *
 * @param project what it belongs to, may be null
 * @param outputs the outputs wanted; empty for all
 * @param retryOf the job that it repeats, null if none
 * @param reuse whether it may end at once with the results of an earlier job
 * @param command the key of the command that asks for it, null if it is a request
 * @param subscriber who is told of it, null if nobody
 * @param base where this API is, as the submitter called it; null without a subscriber
 */
public record NewJob(
        String process,
        ObjectNode inputs,
        String project,
        int priority,
        Delivery response,
        List<String> outputs,
        UUID retryOf,
        boolean reuse,
        String command,
        Subscriber subscriber,
        URI base) {

    /** How urgent a job is of which nobody said. */
    public static final int USUAL_PRIORITY = 4;

    /** A job whose results come as one document. */
    public static NewJob of(String process, ObjectNode inputs, String project, int priority) {
        return new NewJob(
                process, inputs, project, priority, Delivery.DOCUMENT, List.of(), null, false, null, null, null);
    }

    static NewJob of(JobRequest request, URI base) {
        return of(request, base, null);
    }

    /** The job that a command asks for. */
    public static NewJob of(JobRequest request, URI base, String command) {
        return new NewJob(
                request.process(),
                request.inputs(),
                request.project(),
                request.priority(),
                Delivery.DOCUMENT,
                List.of(),
                null,
                request.reuse(),
                command,
                request.subscriber(),
                base);
    }

    static NewJob of(String process, ExecuteRequest request, ObjectNode inputs, URI base) {
        return new NewJob(
                process,
                inputs,
                null,
                USUAL_PRIORITY,
                request.response(),
                List.copyOf(request.outputs().keySet()),
                null,
                false,
                null,
                request.subscriber(),
                base);
    }
}
