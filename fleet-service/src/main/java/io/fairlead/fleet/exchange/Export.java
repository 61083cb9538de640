package io.fairlead.fleet.exchange;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.equipment.Equipment;
import io.fairlead.fleet.schedule.Schedule;
import io.fairlead.fleet.vessel.Vessel;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The fleet as files, written batch by batch while they are read, so that memory does not grow with the fleet and a slow
 * reader holds no connection.
 */
@ApplicationScoped
public class Export {

    private static final int BATCH = 1000;
    private static final String VESSELS =
            "select * from vessel where code > $1 and ($2::text[] is null or code = any($2)) order by code limit $3";
    private static final String EQUIPMENT =
            """
            select * from equipment
            where code > $1 and ($2::text[] is null or vessel = any($2)) order by code limit $3
            """;
    private static final String SCHEDULES =
            """
            select * from schedule
            where id > coalesce(nullif($1, ''), '0')::bigint and ($2::text[] is null or exists (
                select from vessel_schedule link where link.schedule = schedule.id and link.vessel = any($2)))
            order by id limit $3
            """;

    private final Pool pool;
    private final Sheets sheets;
    private final Caller caller;

    Export(Pool pool, Sheets sheets, Caller caller) {
        this.pool = pool;
        this.sheets = sheets;
        this.caller = caller;
    }

    Multi<String> vessels() {
        return file(sheets.vessels(), VESSELS, Vessel::from, Vessel::code);
    }

    Multi<String> equipment() {
        return file(sheets.equipment(), EQUIPMENT, Equipment::from, Equipment::code);
    }

    Multi<String> schedules() {
        return file(sheets.schedules(), SCHEDULES, Schedule::from, schedule -> Long.toString(schedule.id()));
    }

    private <T> Multi<String> file(Sheet<T> sheet, String sql, Function<Row, T> record, Function<T, String> key) {
        String[] scope = caller.readableVessels()
                .map(codes -> codes.toArray(String[]::new))
                .orElse(null);
        AtomicReference<String> after = new AtomicReference<>("");
        Multi<String> rows = Multi.createBy()
                .repeating()
                .uni(() -> batch(sql, after.get(), scope, record)
                        .invoke(batch ->
                                batch.stream().reduce((a, b) -> b).ifPresent(last -> after.set(key.apply(last)))))
                .whilst(batch -> batch.size() == BATCH)
                .map(batch -> CsvText.write(batch.stream().map(sheet::row).toList()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(CsvText.write(List.of(sheet.names()))), rows);
    }

    private <T> Uni<List<T>> batch(String sql, String after, String[] scope, Function<Row, T> record) {
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple().addString(after).addArrayOfString(scope).addInteger(BATCH))
                .map(rows -> Rows.list(rows, record));
    }
}
