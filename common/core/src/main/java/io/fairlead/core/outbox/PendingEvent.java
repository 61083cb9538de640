package io.fairlead.core.outbox;

import java.time.OffsetDateTime;

/** A row of the outbox; its data is published as it is when it names no rendering. */
record PendingEvent(
        long id,
        String eventId,
        String topic,
        String key,
        String type,
        OffsetDateTime time,
        String traceParent,
        String rendering,
        byte[] data) {}
