package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Writes and locks schedules' rows for those who change schedules or their links. */
@ApplicationScoped
public class ScheduleRows {

    private static final String INSERT =
            """
            insert into schedule (name, kind, status, starts_at, ends_at, activities,
                                  created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6::text::json, $7, $7, $8)
            returning *
            """;
    private static final String UPDATE =
            """
            update schedule set (name, kind, status, starts_at, ends_at, activities, version, updated_at, updated_by)
              = ($1, $2, $3, $4, $5, $6::text::json, version + 1, $7, $8)
            where id = $9 returning *
            """;
    private static final String TOUCH =
            """
            update schedule set version = version + 1, updated_at = $2, updated_by = $3
            where id = $1 returning *
            """;
    private static final String LOCK = "select * from schedule where id = $1 for update";
    private static final String VESSELS = "select * from vessel_schedule where schedule = $1 order by vessel";

    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    ScheduleRows(ObjectMapper json, Caller caller, Clock clock) {
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** A new schedule. */
    public Uni<Schedule> insert(SqlConnection transaction, NewSchedule schedule) {
        return one(transaction, INSERT, row(schedule));
    }

    /** A schedule's new state. */
    public Uni<Schedule> update(SqlConnection transaction, long id, NewSchedule schedule) {
        return one(transaction, UPDATE, row(schedule).addLong(id));
    }

    /** A new version of a schedule, because its vessels changed. */
    public Uni<Schedule> touch(SqlConnection transaction, long id) {
        return one(transaction, TOUCH, Tuple.of(id, OffsetDateTime.now(clock), caller.name()));
    }

    /** A schedule, locked until the transaction ends. Who changes its links holds this lock too. */
    public Uni<Optional<Schedule>> lock(SqlConnection transaction, long id) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).map(rows -> Rows.first(rows, Schedule::from));
    }

    /** The vessels that sail a schedule. */
    public Uni<List<ScheduleVessel>> vessels(SqlConnection transaction, long id) {
        return transaction
                .preparedQuery(VESSELS)
                .execute(Tuple.of(id))
                .map(rows -> Rows.list(rows, ScheduleVessel::from));
    }

    private static Uni<Schedule> one(SqlConnection transaction, String sql, Tuple row) {
        return transaction
                .preparedQuery(sql)
                .execute(row)
                .map(rows -> Schedule.from(rows.iterator().next()));
    }

    private Tuple row(NewSchedule schedule) {
        return Tuple.tuple()
                .addString(schedule.name())
                .addString(schedule.kind().toString())
                .addString(schedule.status().toString())
                .addOffsetDateTime(Rows.utc(schedule.start()))
                .addOffsetDateTime(Rows.utc(schedule.end()))
                .addString(write(schedule.activities()))
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
    }

    private String write(List<Activity> activities) {
        try {
            return json.writeValueAsString(activities);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("activities cannot be written as JSON", e);
        }
    }
}
