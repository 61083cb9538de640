package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Receipt;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/**
 * The accepted requests. Of two that say the same, from the same producer, only the first is kept: sending a batch again
 * does nothing, even when a later one has corrected it.
 */
@ApplicationScoped
public class BatchTable {

    private static final String OPEN =
            """
            insert into batch (producer, digest, door) values ($1, $2, $3)
            on conflict (producer, digest) do nothing
            returning id
            """;
    private static final String KEEP =
            """
            insert into batch (producer, digest, door, accepted, duplicate, rejected) values ($1, $2, $3, $4, $5, $6)
            on conflict (producer, digest) do nothing
            returning id
            """;
    private static final String CLOSE = "update batch set accepted = $2, duplicate = $3, rejected = $4 where id = $1";

    /**
     * Notes a request; waits while the same one is being stored elsewhere.
     *
     * @return its number, or nothing when it is known already
     */
    Uni<OptionalLong> open(SqlConnection transaction, String producer, byte[] digest, String door) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.of(producer, Buffer.buffer(digest), door))
                .map(BatchTable::id);
    }

    /** The same for a request of which is known before what becomes of it. */
    Uni<OptionalLong> keep(SqlConnection transaction, String producer, byte[] digest, String door, Receipt receipt) {
        Tuple row = Tuple.of(producer, Buffer.buffer(digest), door)
                .addInteger(receipt.accepted())
                .addInteger(receipt.duplicate())
                .addInteger(receipt.rejected());
        return transaction.preparedQuery(KEEP).execute(row).map(BatchTable::id);
    }

    private static OptionalLong id(RowSet<Row> rows) {
        return rows.size() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(rows.iterator().next().getLong("id"));
    }

    /** Notes what became of a request. */
    Uni<Void> close(SqlConnection transaction, long id, Receipt receipt) {
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(id, receipt.accepted(), receipt.duplicate(), receipt.rejected()))
                .replaceWithVoid();
    }
}
