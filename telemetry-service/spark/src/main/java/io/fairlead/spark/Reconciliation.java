package io.fairlead.spark;

import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the windows that were served against those that the raw readings make, to the last digit. What differs is shown,
 * written as JSON where {@code --report} says, and the job ends with 2.
 *
 * <p>{@code --from} and {@code --until} are times, and limit the windows by their ends; without {@code --until} it is an
 * hour ago: a window that changes while the lake is written may be there before its readings are, or after them.
 */
final class Reconciliation {

    static final int DIFFERENT = 2;
    private static final int SHOWN = 50;

    private final Options options;

    Reconciliation(Options options) {
        this.options = options;
    }

    int run() {
        Lake lake = Lake.open(options);
        String until = options.find("until")
                .orElseGet(() -> Instant.now().minus(Duration.ofHours(1)).toString());
        String limits = "window_end > timestamp '%s' and window_end <= timestamp '%s'"
                .formatted(Instant.parse(options.get("from", "1970-01-01T00:00:00Z")), Instant.parse(until));
        lake.windows().where(limits).createOrReplaceTempView("served");
        new Recomputation(options).windows(lake.readings()).where(limits).createOrReplaceTempView("recomputed");
        Dataset<Row> compared = lake.spark().sql(COMPARE).cache();
        Dataset<Row> different = compared.where("difference is not null");
        long windows = compared.count();
        long differences = different.count();
        options.find("report")
                .ifPresent(path -> different.write().mode("overwrite").json(path));
        if (differences > 0) {
            different
                    .orderBy("series", "window_end")
                    .limit(SHOWN)
                    .toJSON()
                    .collectAsList()
                    .forEach(System.out::println);
        }
        System.out.printf("reconciled %d windows, %d differ%n", windows, differences);
        lake.spark().stop();
        return differences > 0 ? DIFFERENT : 0;
    }

    /**
     * A window whose readings are all gone, by a report that reaches back less far than the one before it, is served with
     * none; nothing is recomputed for it.
     */
    private static final String COMPARE =
            """
            select coalesce(s.series, r.series) as series, coalesce(s.window_end, r.window_end) as window_end,
                s.vessel, s.channel, s.labels,
                case
                    when s.series is null then 'not served'
                    when r.series is null and s.readings = 0 and s.kwh = 0 then null
                    when r.series is null then 'no readings'
                    when s.kwh <=> r.kwh and s.mean_kw <=> r.mean_kw and s.min_kw <=> r.min_kw
                        and s.max_kw <=> r.max_kw and s.readings = r.readings
                        and s.coverage_seconds = r.coverage_seconds and s.method = r.method
                        and array_sort(s.flags) = r.flags then null
                    else 'different'
                end as difference,
                struct(s.kwh, s.mean_kw, s.min_kw, s.max_kw, s.readings, s.coverage_seconds, s.method, s.flags,
                    s.state, s.revision) as served,
                struct(r.kwh, r.mean_kw, r.min_kw, r.max_kw, r.readings, r.coverage_seconds, r.method, r.flags)
                    as recomputed
            from served s full outer join recomputed r on s.series = r.series and s.window_end = r.window_end
            """;
}
