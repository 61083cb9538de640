package io.fairlead.relay.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;

/** Whoever has something to do when an upstream is not any more what it was, in the transaction in which it changes. */
public interface UpstreamMoved {

    /**
     * An upstream is somewhere else, or is trusted more or less than before.
     *
     * @param until as of when every instance knows, in about; until then one may still ask what it was
     */
    Uni<Void> moved(SqlConnection transaction, String name, Instant until);
}
