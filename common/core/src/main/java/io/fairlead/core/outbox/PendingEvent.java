package io.fairlead.core.outbox;

import java.time.OffsetDateTime;

/** A row of the outbox. */
record PendingEvent(
        long id,
        String eventId,
        String topic,
        String key,
        String type,
        OffsetDateTime time,
        String traceParent,
        byte[] data) {}
