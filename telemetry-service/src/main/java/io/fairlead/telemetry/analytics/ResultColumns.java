package io.fairlead.telemetry.analytics;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Results as the parameters of a statement: one array per column, so that any number of them is one statement. */
final class ResultColumns {

    /** The parameters of {@link #keys} as a table, {@code position} counting from 1. */
    static final String KEYS =
            """
            unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
            with ordinality as u(name, vessel, start_at, end_at, model_name, model_version, run_id, position)
            """;

    /** The parameters of {@link #all} as a table. */
    static final String ALL =
            """
            unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::bytea[],
                $15::int[])
            with ordinality as u(name, vessel, start_at, end_at, model_name, model_version, run_id,
                type, value, unit, parameters, metrics, produced_at, digest, size, position)
            """;

    private ResultColumns() {}

    static Tuple keys(List<NewResult> results) {
        return Tuple.tuple()
                .addArrayOfString(texts(results, NewResult::name))
                .addArrayOfString(texts(results, NewResult::about))
                .addArrayOfOffsetDateTime(times(results, NewResult::start))
                .addArrayOfOffsetDateTime(times(results, NewResult::end))
                .addArrayOfString(texts(results, result -> result.model().name()))
                .addArrayOfString(texts(results, result -> result.model().version()))
                .addArrayOfString(texts(results, result -> result.run().id()));
    }

    static Tuple all(List<NewResult> results) {
        return keys(results)
                .addArrayOfString(texts(results, result -> result.type().toString()))
                .addArrayOfString(texts(results, NewResult::value))
                .addArrayOfString(texts(results, NewResult::unit))
                .addArrayOfString(texts(results, result -> result.run().parameters()))
                .addArrayOfString(texts(results, result -> result.run().metrics()))
                .addArrayOfOffsetDateTime(times(results, NewResult::producedAt))
                .addValue(results.stream()
                        .map(result -> Buffer.buffer(result.digest()))
                        .toArray(Buffer[]::new))
                .addArrayOfInteger(results.stream().map(NewResult::size).toArray(Integer[]::new));
    }

    static String[] texts(List<NewResult> results, Function<NewResult, String> column) {
        return results.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<NewResult> results, Function<NewResult, Instant> column) {
        return results.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
