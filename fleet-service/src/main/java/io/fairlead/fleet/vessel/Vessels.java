package io.fairlead.fleet.vessel;

import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.fleet.UniqueViolation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** The fleet's vessels in the database, each change with its event. */
@ApplicationScoped
public class Vessels {

    private static final String INSERT =
            """
            insert into vessel (code, name, type, imo, mmsi, flag, time_zone, commissioned,
                                created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
            returning *
            """;
    private static final String LIST =
            """
            select * from vessel
            where ($1::text is null or type = $1) and ($2::text is null or status = $2)
              and ($3::text is null or code > $3) and ($4::text[] is null or code = any($4))
            order by code limit $5
            """;
    private static final String FIND = "select * from vessel where code = $1";

    private final Pool pool;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Vessels(Pool pool, Outbox outbox, Caller caller, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Registers a vessel.
     *
     * @return the vessel; fails with 409 naming the field whose value another vessel has
     */
    Uni<Vessel> register(SqlConnection transaction, NewVessel vessel) {
        Tuple row = Tuple.tuple()
                .addString(vessel.code())
                .addString(vessel.name())
                .addString(vessel.type().toString())
                .addString(vessel.imo())
                .addString(vessel.mmsi())
                .addString(vessel.flag())
                .addString(vessel.timeZone() == null ? "UTC" : vessel.timeZone())
                .addLocalDate(vessel.commissioned())
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(INSERT)
                .execute(row)
                .map(rows -> Vessel.from(rows.iterator().next()))
                .call(registered -> outbox.append(transaction, event(registered)))
                .onFailure(UniqueViolation::is)
                .transform(failure -> taken(UniqueViolation.column(failure)));
    }

    /** One page of the vessels that the caller may see, by code. */
    Uni<Page<Vessel>> list(VesselFilter filter, Paging paging) {
        String after = paging.after(1).map(key -> key.get(0)).orElse(null);
        Tuple parameters = Tuple.tuple()
                .addString(filter.type())
                .addString(filter.status())
                .addString(after)
                .addArrayOfString(caller.readableVessels()
                        .map(codes -> codes.toArray(String[]::new))
                        .orElse(null))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(rows -> Page.of(vessels(rows), paging, vessel -> List.of(vessel.code())));
    }

    /** A vessel; fails with 404 when there is none or the caller may not see it. */
    public Uni<Vessel> get(String code) {
        return pool.preparedQuery(FIND).execute(Tuple.of(code)).map(rows -> vessels(rows).stream()
                .filter(vessel -> caller.mayRead(vessel.code()))
                .findFirst()
                .orElseThrow(() -> unknown(code)));
    }

    /** What is answered when there is no such vessel. */
    public static RuntimeException unknown(String code) {
        return Problems.notFound("There is no vessel " + code + ".");
    }

    private static Event event(Vessel vessel) {
        return Event.of(Topics.FLEET_VESSELS, vessel.code(), "fleet.vessel.changed", vessel);
    }

    private static RuntimeException taken(String field) {
        return Problems.conflict(
                "already-registered",
                "Another vessel has this " + field + ".",
                List.of(FieldError.body("/" + field, "Another vessel has this " + field + ".")));
    }

    private static List<Vessel> vessels(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Vessel::from).toList();
    }
}
