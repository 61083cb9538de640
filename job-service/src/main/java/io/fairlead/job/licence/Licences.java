package io.fairlead.job.licence;

import io.fairlead.core.problem.Problems;
import io.fairlead.job.queue.Wake;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seats of licences, of which each is a row. They are given out with the jobs and freed with their endings. */
@ApplicationScoped
public class Licences {

    private static final String FIND =
            """
            with known as materialized (
                select licence, (
                    select count(*) from (
                        select from job where state = 'queued' and job.licence = seats.licence limit 10001
                    ) as counted) as waiting
                from (select distinct licence from licence_seat where $1::text is null or licence = $1) as seats
            )
            select seat.*, known.waiting
            from licence_seat as seat join known using (licence)
            order by seat.licence, seat.number
            """;
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.licence ' || $1, 2))";
    private static final String ADD =
            """
            insert into licence_seat (licence, number)
            select $1, number from generate_series(1, $2) as number
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from licence_seat where licence = $1 and number > $2 and job_id is null";

    private final Pool pool;
    private final Wake wake;

    Licences(Pool pool, Wake wake) {
        this.pool = pool;
        this.wake = wake;
    }

    /** All that have seats, by name. */
    public Uni<List<Licence>> list() {
        return pool.preparedQuery(FIND).execute(Tuple.of((String) null)).map(Licences::group);
    }

    /** The one of that name; empty when it has no seats. */
    public Uni<Optional<Licence>> find(String name) {
        return pool.preparedQuery(FIND).execute(Tuple.of(name)).map(rows -> group(rows).stream()
                .findFirst());
    }

    /**
     * Sets how many seats there are.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when a seat that would go is held; then nothing changes
     */
    Uni<Void> resize(String name, int seats) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(name))
                .chain(() -> transaction.preparedQuery(ADD).execute(Tuple.of(name, seats)))
                .chain(() -> transaction.preparedQuery(REMOVE).execute(Tuple.of(name, seats)))
                .chain(() -> requireNoMore(transaction, name, seats))
                .invoke(() -> wake.ready(transaction)));
    }

    private static Uni<Void> requireNoMore(SqlConnection transaction, String name, int seats) {
        return transaction
                .preparedQuery("select count(*) as held from licence_seat where licence = $1 and number > $2")
                .execute(Tuple.of(name, seats))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("held") > 0) {
                        throw Problems.conflict("seats-held", "Seats beyond " + seats + " are held: try again later.");
                    }
                })
                .replaceWithVoid();
    }

    private static List<Licence> group(RowSet<Row> rows) {
        Map<String, List<Row>> seats = new LinkedHashMap<>();
        rows.forEach(row -> seats.computeIfAbsent(row.getString("licence"), name -> new ArrayList<>())
                .add(row));
        return seats.entrySet().stream()
                .map(licence -> of(licence.getKey(), licence.getValue()))
                .toList();
    }

    private static Licence of(String name, List<Row> seats) {
        List<Licence.Holder> holders = seats.stream()
                .filter(seat -> seat.getUUID("job_id") != null)
                .map(seat -> new Licence.Holder(
                        seat.getInteger("number"),
                        seat.getUUID("job_id"),
                        seat.getInteger("attempt"),
                        seat.getOffsetDateTime("held_since").toInstant()))
                .toList();
        return new Licence(
                name,
                seats.size(),
                seats.size() - holders.size(),
                holders,
                seats.get(0).getLong("waiting"));
    }
}
