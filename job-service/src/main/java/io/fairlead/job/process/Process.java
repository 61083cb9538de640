package io.fairlead.job.process;

import io.fairlead.core.problem.FieldError;
import java.util.List;
import java.util.Set;

/**
 * Something that can be computed. Its description, with the JSON Schema of each input, stands beside it as
 * {@code processes/{id}.json}; inputs are checked against that before it sees them.
 *
 * @param <I> a record of the inputs, its components named as they are
 * @param <O> a record of the outputs, its components named as they are
 */
public interface Process<I, O> {

    /** Stands for every vessel: only who may read the whole fleet may read it. */
    String ANY_VESSEL = "*";

    /** Its name in the API. */
    String id();

    Class<I> inputType();

    /**
     * What the schema cannot say: whether the inputs make sense together.
     *
     * @return what is wrong, each named by its pointer such as {@code /end}; empty when nothing is
     */
    default List<FieldError> check(I inputs) {
        return List.of();
    }

    /** The vessels whose data it reads: whoever submits it must be allowed to read them. */
    default Set<String> vessels(I inputs) {
        return Set.of();
    }

    /**
     * Computes. Runs on a thread of its own and may block; it stops soon after that thread is interrupted.
     *
     * @throws NonRetryable when the same inputs can never succeed
     * @throws Unavailable when something else is away and it should be tried again later
     * @throws InterruptedException when it was told to stop
     */
    O run(I inputs, Execution execution) throws InterruptedException;
}
