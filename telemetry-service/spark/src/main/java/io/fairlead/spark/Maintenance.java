package io.fairlead.spark;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Puts small files together, and removes snapshots and files that nobody needs: {@code --keep} (P7D) is how far back one
 * can still read the tables as they were.
 *
 * <p>The newest snapshot that the sink made is always kept: it says up to where the sink's files are in the table, and the
 * sink looks there after a crash.
 */
final class Maintenance {

    private final Options options;

    Maintenance(Options options) {
        this.options = options;
    }

    int run() {
        Lake lake = Lake.open(options);
        Instant keep = Instant.now().minus(Duration.parse(options.get("keep", "P7D")));
        for (String table : List.of("telemetry.readings", "telemetry.windows")) {
            Row compacted = call(lake, "rewrite_data_files(table => '%s')".formatted(table));
            Row expired = call(
                    lake,
                    "expire_snapshots(table => '%s', older_than => timestamp '%s')"
                            .formatted(table, oldest(lake, table, keep)));
            System.out.printf("%s: compacted %s, expired %s%n", table, compacted.json(), expired.json());
        }
        lake.spark().stop();
        return 0;
    }

    private static Instant oldest(Lake lake, String table, Instant keep) {
        Row sinks = lake.spark()
                .sql("select max(committed_at) from lake." + table
                        + ".snapshots where map_contains_key(summary, 'kafka.connect.commit-id')")
                .first();
        Timestamp newest = sinks.getTimestamp(0);
        return newest == null || newest.toInstant().isAfter(keep) ? keep : newest.toInstant();
    }

    private static Row call(Lake lake, String procedure) {
        return lake.spark().sql("call lake.system." + procedure).first();
    }
}
