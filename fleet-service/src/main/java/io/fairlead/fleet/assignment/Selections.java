package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.schedule.TimeSpan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers for a selection of vessels or of schedules in one statement, however many are named. The same statement
 * reports what is named but not there: its first column, which is why it returns a row also for an empty page.
 */
@ApplicationScoped
public class Selections {

    /** How many vessels or schedules one request may name. */
    static final int MOST_NAMED = 1000;

    static final String SCHEDULES_OF_VESSELS =
            """
            with missing as (
                select array_agg(code) as missing from unnest($1::text[]) as named(code)
                where ($2::text[] is not null and code <> all ($2))
                   or not exists (select from vessel where vessel.code = named.code)
            ), page as (
                select link.vessel, link.role, link.note, link.exclusive, link.linked_at, link.linked_by, schedule.*
                from (select * from vessel_schedule
                      where vessel = any($1)
                        and ($3::timestamptz is null or ends_at > $3) and ($4::timestamptz is null or starts_at < $4)
                        and ($5::text is null or (vessel, starts_at, schedule) > ($5, $6::timestamptz, $7::bigint))
                      order by vessel, starts_at, schedule limit $8) link
                join schedule on schedule.id = link.schedule
            )
            select missing.missing, page.* from missing left join page on true
            order by vessel, starts_at, id
            """;
    static final String VESSELS_OF_SCHEDULES =
            """
            with missing as (
                select array_agg(id::text) as missing from unnest($1::bigint[]) as named(id)
                where not exists (select from schedule where schedule.id = named.id and ($2::text[] is null or exists (
                    select from vessel_schedule seen where seen.schedule = named.id and seen.vessel = any($2))))
            ), page as (
                select link.schedule, link.role, link.note, link.exclusive, link.linked_at, link.linked_by, vessel.*
                from (select * from vessel_schedule
                      where schedule = any($1) and ($2::text[] is null or vessel = any($2))
                        and ($3::timestamptz is null or ends_at > $3) and ($4::timestamptz is null or starts_at < $4)
                        and ($5::bigint is null or (schedule, vessel) > ($5, $6::text))
                      order by schedule, vessel limit $7) link
                join vessel on vessel.code = link.vessel
            )
            select missing.missing, page.* from missing left join page on true
            order by schedule, code
            """;
    private static final int LONGEST_LINK = 4000;
    private static final int VESSEL_KEY = 3;
    private static final int SCHEDULE_KEY = 2;

    private final Pool pool;
    private final Caller caller;

    Selections(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** One page of the schedules of these vessels, by vessel and start; 404 naming each vessel that is not there. */
    Uni<Page<VesselSchedule>> schedules(List<String> vessels, TimeSpan span, Paging paging) {
        List<String> after = paging.after(VESSEL_KEY).orElse(null);
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(vessels.toArray(String[]::new))
                .addArrayOfString(scope())
                .addOffsetDateTime(span.from())
                .addOffsetDateTime(span.to())
                .addString(after == null ? null : after.get(0))
                .addOffsetDateTime(after == null ? null : time(after.get(1)))
                .addLong(after == null ? null : number(after.get(2)))
                .addInteger(paging.fetch());
        return pool.preparedQuery(SCHEDULES_OF_VESSELS)
                .execute(parameters)
                .map(rows -> found(rows, "vessel", VesselSchedule::from))
                .map(links -> Page.of(
                        links,
                        paging,
                        link -> List.of(
                                link.vessel(),
                                link.schedule().start().toString(),
                                Long.toString(link.schedule().id()))));
    }

    /** One page of the vessels of these schedules, by schedule and code; 404 naming each schedule that is not there. */
    Uni<Page<SailingVessel>> vessels(List<Long> schedules, TimeSpan span, Paging paging) {
        List<String> after = paging.after(SCHEDULE_KEY).orElse(null);
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(schedules.toArray(Long[]::new))
                .addArrayOfString(scope())
                .addOffsetDateTime(span.from())
                .addOffsetDateTime(span.to())
                .addLong(after == null ? null : number(after.get(0)))
                .addString(after == null ? null : after.get(1))
                .addInteger(paging.fetch());
        return pool.preparedQuery(VESSELS_OF_SCHEDULES)
                .execute(parameters)
                .map(rows -> found(rows, "schedule", SailingVessel::from))
                .map(links -> Page.of(
                        links,
                        paging,
                        link -> List.of(
                                Long.toString(link.schedule()), link.vessel().code())));
    }

    /** A page as an answer. A Link of tens of kilobytes would break clients; the body has the cursor anyway. */
    static Response answer(Page<?> page, UriInfo uri) {
        return uri.getRequestUri().toString().length() > LONGEST_LINK
                ? Response.ok(page).build()
                : page.response(uri);
    }

    private static <T> List<T> found(RowSet<Row> rows, String parameter, Function<Row, T> record) {
        Row first = rows.iterator().next();
        String[] missing = first.getArrayOfStrings("missing");
        if (missing != null) {
            throw Problems.notFound(Stream.of(missing)
                    .map(name -> FieldError.query(parameter, "There is no %s %s.".formatted(parameter, name)))
                    .toList());
        }
        return first.getValue(parameter) == null ? List.of() : Rows.list(rows, record);
    }

    private String[] scope() {
        return caller.readableVessels()
                .map(codes -> codes.toArray(String[]::new))
                .orElse(null);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw Paging.badCursor();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }
}
