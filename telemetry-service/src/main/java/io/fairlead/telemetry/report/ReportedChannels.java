package io.fairlead.telemetry.report;

import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.store.SeriesTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is known already of the channels that a report names. */
@ApplicationScoped
class ReportedChannels {

    private static final String KNOWN = "select s.* from series s where s.vessel = $1 and s.channel = any($2)";
    private static final char NUL = 0;

    private final Pool pool;

    ReportedChannels(Pool pool) {
        this.pool = pool;
    }

    /** Those of a vessel's channels that have one of these names, by their identity. */
    Uni<Map<String, Channel>> known(String vessel, Stream<String> names) {
        String[] wanted = names.filter(Objects::nonNull)
                .filter(name -> name.indexOf(NUL) < 0)
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(vessel).addArrayOfString(wanted))
                .map(ReportedChannels::byIdentity);
    }

    private static Map<String, Channel> byIdentity(RowSet<Row> rows) {
        Map<String, Channel> channels = new HashMap<>();
        rows.forEach(row -> {
            Channel channel = SeriesTable.series(row).channel();
            channels.put(channel.identity(), channel);
        });
        return channels;
    }
}
