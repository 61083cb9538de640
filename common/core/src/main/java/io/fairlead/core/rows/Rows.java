package io.fairlead.core.rows;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads rows into records. */
public final class Rows {

    private Rows() {}

    /** Each row as a record. */
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> record) {
        return StreamSupport.stream(rows.spliterator(), false).map(record).toList();
    }

    /** The first row as a record, if there is one. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> record) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(record.apply(rows.iterator().next()));
    }

    /** A column's time, or null. */
    public static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** A time as the database client takes it, or null. */
    public static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
