package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyReports;
import io.fairlead.telemetry.window.PowerReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** Reads back from the store all that some windows are made of, in one query for all of them. */
@ApplicationScoped
class WindowInputs {

    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final String POWER =
            """
            select s.position, r.time, r.start, r.value
            from unnest($1::bigint[], $2::bigint[], $3::bigint[])
                with ordinality as s(series_id, lower, upper, position)
            join reading r on r.series_id = s.series_id and r.time >= s.lower and r.time < s.upper
            where r.value is not null
            """;

    // Reports that end in the span; ones with a start that reach into it; the next one after it, which may reach back;
    // and the one before it, where a report without a start begins.
    private static final String ENERGY =
            """
            select s.position, r.time, r.start, r.value
            from unnest($1::bigint[], $2::bigint[], $3::bigint[])
                with ordinality as s(series_id, lower, upper, position)
            cross join lateral (
                (select time, start, value from reading
                 where series_id = s.series_id and time > s.lower and time <= s.upper)
                union
                (select time, start, value from reading
                 where series_id = s.series_id and time > s.upper and time <= s.upper + $4
                    and start < time and start < s.upper)
                union
                (select time, start, value from reading
                 where series_id = s.series_id and time > s.upper
                 order by time fetch first 1 rows with ties)
                union
                (select time, start, value from reading
                 where series_id = s.series_id and time <= s.lower
                 order by time desc fetch first 1 rows with ties)
            ) r
            where r.value is not null
            """;

    /** For each span, the power readings in it. */
    Uni<List<List<PowerReading>>> power(SqlConnection transaction, List<TouchedSpan> spans) {
        return transaction
                .preparedQuery(POWER)
                .execute(bounds(spans))
                .map(rows -> bySpan(spans, rows, WindowInputs::powerReading));
    }

    /** For each span, the energy reports that overlap it, and those that say where the others begin. */
    Uni<List<List<EnergyReport>>> energy(SqlConnection transaction, List<TouchedSpan> spans) {
        return transaction
                .preparedQuery(ENERGY)
                .execute(bounds(spans).addLong(EnergyReports.LONGEST.toNanos()))
                .map(rows -> bySpan(spans, rows, WindowInputs::energyReport));
    }

    private static Tuple bounds(List<TouchedSpan> spans) {
        return Tuple.tuple()
                .addArrayOfLong(longs(spans, touched -> touched.series().id()))
                .addArrayOfLong(longs(spans, touched -> touched.span().from()))
                .addArrayOfLong(longs(spans, touched -> touched.span().to()));
    }

    private static Long[] longs(List<TouchedSpan> spans, ToLongFunction<TouchedSpan> part) {
        return spans.stream().mapToLong(part).boxed().toArray(Long[]::new);
    }

    private static <T> List<List<T>> bySpan(
            List<TouchedSpan> spans, RowSet<Row> rows, BiFunction<Row, PowerUnit, T> read) {
        List<PowerUnit> units =
                spans.stream().map(touched -> unit(touched.series())).toList();
        List<List<T>> found = new ArrayList<>();
        spans.forEach(span -> found.add(new ArrayList<>()));
        for (Row row : rows) {
            int position = row.getLong("position").intValue() - 1;
            found.get(position).add(read.apply(row, units.get(position)));
        }
        return found;
    }

    private static PowerUnit unit(Series series) {
        return PowerUnit.of(series.channel().unit())
                .orElseThrow(() -> new IllegalStateException("series " + series.id() + " has no unit of power"));
    }

    private static PowerReading powerReading(Row row, PowerUnit unit) {
        return unit.reading(row.getLong("time"), row.getDouble("value"));
    }

    private static EnergyReport energyReport(Row row, PowerUnit unit) {
        BigDecimal wh = unit.toKilo(BigDecimal.valueOf(row.getDouble("value"))).multiply(KILO);
        return new EnergyReport(row.getLong("start"), row.getLong("time"), wh);
    }
}
