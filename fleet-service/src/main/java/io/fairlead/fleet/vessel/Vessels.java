package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.UniqueViolation;
import io.fairlead.fleet.change.Changes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** The fleet's vessels in the database, each change with its history and its event. */
@ApplicationScoped
public class Vessels {

    private static final String INSERT =
            """
            insert into vessel (%s, created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16)
            returning *
            """
                    .formatted(VesselRow.COLUMNS);
    private static final String UPDATE =
            """
            update vessel set (%s, version, updated_at, updated_by)
              = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, version + 1, $15, $16)
            where code = $1 returning *
            """
                    .formatted(VesselRow.COLUMNS);
    private static final String FIND = "select * from vessel where code = $1";
    private static final String LOCK = "select * from vessel where code = $1 for no key update";

    private final Pool pool;
    private final Changes changes;
    private final Patches patches;
    private final Caller caller;
    private final Clock clock;

    Vessels(Pool pool, Changes changes, Patches patches, Caller caller, Clock clock) {
        this.pool = pool;
        this.changes = changes;
        this.patches = patches;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Registers a vessel.
     *
     * @return the vessel; fails with 409 naming the field whose value another vessel has
     */
    Uni<Vessel> register(SqlConnection transaction, NewVessel vessel) {
        return write(transaction, INSERT, vessel, VesselStatus.ACTIVE)
                .call(registered -> changes.append(transaction, List.of(registered.change("registered"))));
    }

    /** A vessel; fails with 404 when there is none or the caller may not see it. */
    public Uni<Vessel> get(String code) {
        return pool.preparedQuery(FIND).execute(Tuple.of(code)).map(rows -> Rows.first(rows, Vessel::from)
                .filter(vessel -> caller.mayRead(vessel.code()))
                .orElseThrow(() -> unknown(code)));
    }

    /** Changes a vessel; fails with 412 when it is not the version that the caller has seen, with 409 when retired. */
    Uni<Vessel> patch(SqlConnection transaction, String code, IfMatch condition, JsonNode patch) {
        return lock(transaction, code)
                .invoke(vessel -> Preconditions.check(condition, vessel.version()))
                .invoke(Vessels::requireActive)
                .chain(vessel -> {
                    NewVessel current = NewVessel.of(vessel);
                    NewVessel changed = patches.apply(current, patch).normal();
                    requireCode(changed, code);
                    return changed.equals(current)
                            ? Uni.createFrom().item(vessel)
                            : write(transaction, UPDATE, changed, vessel.status())
                                    .call(now -> changes.append(transaction, List.of(now.change("changed"))));
                });
    }

    /** Takes a vessel out of the fleet, unless it is already out; the caller tells what changed. */
    public Uni<Vessel> retire(SqlConnection transaction, Vessel vessel) {
        return write(transaction, UPDATE, NewVessel.of(vessel), VesselStatus.RETIRED);
    }

    /** A vessel, locked until the transaction ends; fails with 404 when there is none or the caller may not see it. */
    public Uni<Vessel> lock(SqlConnection transaction, String code) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(code)).map(rows -> Rows.first(rows, Vessel::from)
                .filter(vessel -> caller.mayRead(vessel.code()))
                .orElseThrow(() -> unknown(code)));
    }

    /** What is answered when there is no such vessel. */
    public static RuntimeException unknown(String code) {
        return Problems.notFound("There is no vessel " + code + ".");
    }

    /** Passes if a vessel is part of today's fleet; 409 otherwise. */
    public static void requireActive(Vessel vessel) {
        if (vessel.status() == VesselStatus.RETIRED) {
            throw Problems.conflict("vessel-retired", "Vessel " + vessel.code() + " is retired.");
        }
    }

    private Uni<Vessel> write(SqlConnection transaction, String sql, NewVessel vessel, VesselStatus status) {
        Tuple row = VesselRow.of(vessel, status)
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(sql)
                .execute(row)
                .map(rows -> Vessel.from(rows.iterator().next()))
                .onFailure(UniqueViolation::is)
                .transform(failure -> taken(UniqueViolation.column(failure)));
    }

    private static void requireCode(NewVessel changed, String code) {
        if (!changed.code().equals(code)) {
            throw Problems.badRequest(FieldError.body("/code", "The code never changes."));
        }
    }

    private static RuntimeException taken(String field) {
        return Problems.conflict(
                "already-registered",
                "Another vessel has this " + field + ".",
                List.of(FieldError.body("/" + field, "Another vessel has this " + field + ".")));
    }
}
