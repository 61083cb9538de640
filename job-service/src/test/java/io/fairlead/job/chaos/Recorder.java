package io.fairlead.job.chaos;

import io.fairlead.job.chaos.History.Attempt;
import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Result;
import io.fairlead.job.chaos.History.Seat;
import io.fairlead.job.queue.JobState;
import io.fairlead.testkit.process.KillablePostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Has the database keep every version of the rows of jobs and seats, in the transactions that write them. */
final class Recorder {

    private static final String KEEP =
            """
            create schema chaos;
            create table chaos.change (
                id bigint generated always as identity primary key, job uuid, version bigint, state text, attempt int,
                worker text, lease_until timestamptz, at timestamptz default clock_timestamp(),
                transaction bigint default pg_current_xact_id()::text::bigint);
            create table chaos.seat (
                id bigint generated always as identity primary key, licence text, number int, epoch bigint, job uuid,
                attempt int, at timestamptz default clock_timestamp(),
                transaction bigint default pg_current_xact_id()::text::bigint);
            create function chaos.keep_change() returns trigger language plpgsql security definer as $$ begin
                insert into chaos.change (job, version, state, attempt, worker, lease_until)
                values (new.id, new.version, new.state, new.attempt, new.worker, new.lease_until);
                return null;
            end $$;
            create function chaos.keep_seat() returns trigger language plpgsql security definer as $$ begin
                insert into chaos.seat (licence, number, epoch, job, attempt)
                values (new.licence, new.number, new.epoch, new.job_id, new.attempt);
                return null;
            end $$;
            create trigger chaos after insert or update on jobs.job
                for each row execute function chaos.keep_change();
            create trigger chaos after insert or update on jobs.licence_seat
                for each row execute function chaos.keep_seat();
            """;

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final KillablePostgres postgres;

    /** Begins to record; the service's tables must be there. */
    Recorder(KillablePostgres postgres) throws SQLException {
        this.postgres = postgres;
        postgres.run(KEEP);
    }

    /** Everything, now that all is quiet. */
    History history(Clients clients, Disturbances disturbances, Duration grace) throws SQLException, IOException {
        return new History(
                clients.accepted(),
                clients.dismissed(),
                changes(),
                seats(),
                attempts(),
                results(),
                ToldEvents.read(),
                disturbances.outages(),
                grace);
    }

    private List<Change> changes() throws SQLException {
        return read(
                "select * from chaos.change order by id",
                row -> new Change(
                        row.getObject("job", UUID.class),
                        row.getLong("version"),
                        JobState.of(row.getString("state")),
                        row.getInt("attempt"),
                        row.getString("worker"),
                        time(row, "lease_until"),
                        time(row, "at"),
                        row.getLong("transaction")));
    }

    private List<Seat> seats() throws SQLException {
        return read(
                "select * from chaos.seat order by id",
                row -> new Seat(
                        row.getString("licence"),
                        row.getInt("number"),
                        row.getLong("epoch"),
                        row.getObject("job", UUID.class),
                        row.getObject("attempt", Integer.class),
                        time(row, "at"),
                        row.getLong("transaction")));
    }

    private List<Attempt> attempts() throws SQLException {
        return read(
                "select * from jobs.job_attempt",
                row -> new Attempt(
                        row.getObject("job_id", UUID.class),
                        row.getInt("attempt"),
                        row.getString("worker"),
                        row.getString("outcome")));
    }

    private List<Result> results() throws SQLException {
        return read(
                """
                select job_id, max(value::text) filter (where name = 'attempt')::int as attempt
                from jobs.job_output group by job_id""",
                row -> new Result(row.getObject("job_id", UUID.class), row.getObject("attempt", Integer.class)));
    }

    private <T> List<T> read(String query, Reading<T> reading) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
