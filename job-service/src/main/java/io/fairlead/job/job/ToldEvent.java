package io.fairlead.job.job;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;

/**
 * What a stream tells of a job.
 *
 * @param id its place in the stream
 * @param data the event's data as JSON text
 */
record ToldEvent(long id, String type, String data) {

    private static final Set<String> LAST = Set.of("job.successful", "job.failed", "job.dismissed");

    /** A row whose place in the stream is this column's. */
    static ToldEvent from(Row row, String id) {
        return new ToldEvent(row.getLong(id), row.getString("type"), row.getString("data"));
    }

    /** Whether nothing more comes of its job. */
    boolean isLast() {
        return LAST.contains(type);
    }

    OutboundSseEvent sent(Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(id))
                .name(type)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(String.class, data)
                .build();
    }
}
