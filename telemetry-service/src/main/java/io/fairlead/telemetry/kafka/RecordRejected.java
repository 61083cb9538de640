package io.fairlead.telemetry.kafka;

import io.fairlead.core.problem.FieldError;
import java.util.List;

/**
 * Tells of a record from which nothing was kept. What the record says of itself is not verified.
 *
 * @param vessel the record's key
 * @param door {@code kafka}
 * @param topic where the record is, with partition and offset
 * @param source its {@code ce_source}, or null
 * @param event its {@code ce_id}, or null
 * @param reason what is wrong
 * @param errors what is wrong with each field of its data
 */
record RecordRejected(
        String vessel,
        String door,
        String topic,
        int partition,
        long offset,
        String source,
        String event,
        String reason,
        List<FieldError> errors) {}
