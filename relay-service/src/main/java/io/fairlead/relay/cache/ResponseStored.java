package io.fairlead.relay.cache;

import io.fairlead.relay.rules.StoredResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Whoever has something to do in the transaction in which a response is kept that was fetched anew. */
public interface ResponseStored {

    /**
     * A response was kept.
     *
     * @param transaction the transaction in which it was
     * @param version how many times this key's response has been kept
     */
    Uni<Void> stored(SqlConnection transaction, StoredResponse response, long version);
}
