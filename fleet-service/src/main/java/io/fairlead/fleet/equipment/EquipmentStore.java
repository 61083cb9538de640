package io.fairlead.fleet.equipment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.UniqueViolation;
import io.fairlead.fleet.change.Changes;
import io.fairlead.fleet.vessel.Vessels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** The equipment in the database, each change with its history and its event. */
@ApplicationScoped
public class EquipmentStore {

    private static final String LOCK_VESSEL = "select status from vessel where code = $1 for share";
    private static final String INSERT =
            """
            insert into equipment (code, name, type, location, serial, channels, vessel,
                                   created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
            returning *
            """;
    private static final String UPDATE =
            """
            update equipment set (name, type, location, serial, channels, vessel, version, updated_at, updated_by)
              = ($2, $3, $4, $5, $6, $7, version + 1, $8, $9)
            where code = $1 returning *
            """;
    private static final String LIST =
            """
            select * from equipment
            where vessel = $1 and ($2::text is null or status = $2)
              and ($3::text is null or strpos(lower(code || ' ' || name || ' ' || coalesce(type, '')), lower($3)) > 0)
              and ($4::text is null or code > $4)
            order by code limit $5
            """;
    private static final String FIND = "select * from equipment where code = $1";
    private static final String LOCK = "select * from equipment where code = $1 for no key update";

    private final Pool pool;
    private final Changes changes;
    private final Patches patches;
    private final Caller caller;
    private final Clock clock;

    EquipmentStore(Pool pool, Changes changes, Patches patches, Caller caller, Clock clock) {
        this.pool = pool;
        this.changes = changes;
        this.patches = patches;
        this.caller = caller;
        this.clock = clock;
    }

    /** Registers equipment on a vessel; fails with 404 or 409 when the vessel is unknown or retired, or the code taken. */
    Uni<Equipment> register(SqlConnection transaction, String vessel, NewEquipment equipment) {
        return requireActiveVessel(transaction, vessel)
                .chain(() -> write(transaction, INSERT, vessel, equipment))
                .call(registered -> changes.append(transaction, List.of(registered.change("registered"))));
    }

    /** One page of a vessel's equipment, by code. */
    Uni<Page<Equipment>> list(String vessel, EquipmentFilter filter, Paging paging) {
        Tuple parameters = Tuple.tuple()
                .addString(vessel)
                .addString(filter.status())
                .addString(filter.text)
                .addString(paging.after(1).map(key -> key.get(0)).orElse(null))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(rows -> Page.of(Rows.list(rows, Equipment::from), paging, item -> List.of(item.code())));
    }

    /** A piece of equipment; fails with 404 when there is none or the caller may not see it. */
    Uni<Equipment> get(String code) {
        return pool.preparedQuery(FIND).execute(Tuple.of(code)).map(rows -> Rows.first(rows, Equipment::from)
                .filter(item -> caller.mayRead(item.vessel()))
                .orElseThrow(() -> unknown(code)));
    }

    /** Changes a piece of equipment; fails with 412 when it is not the version that the caller has seen. */
    Uni<Equipment> patch(SqlConnection transaction, String code, IfMatch condition, JsonNode patch) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(code))
                .map(rows -> Rows.first(rows, Equipment::from)
                        .filter(item -> caller.mayRead(item.vessel()))
                        .orElseThrow(() -> unknown(code)))
                .invoke(item -> Preconditions.check(condition, item.version()))
                .chain(item -> {
                    NewEquipment current = NewEquipment.of(item);
                    NewEquipment changed = patches.apply(current, patch).normal();
                    requireCode(changed, code);
                    return changed.equals(current)
                            ? Uni.createFrom().item(item)
                            : write(transaction, UPDATE, item.vessel(), changed)
                                    .call(now -> changes.append(transaction, List.of(now.change("changed"))));
                });
    }

    private Uni<Equipment> write(SqlConnection transaction, String sql, String vessel, NewEquipment equipment) {
        Tuple row = Tuple.tuple()
                .addString(equipment.code())
                .addString(equipment.name())
                .addString(equipment.type())
                .addString(equipment.location())
                .addString(equipment.serial())
                .addArrayOfString(equipment.normal().channels().toArray(String[]::new))
                .addString(vessel)
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(sql)
                .execute(row)
                .map(rows -> Equipment.from(rows.iterator().next()))
                .onFailure(UniqueViolation::is)
                .transform(failure -> taken());
    }

    private Uni<Void> requireActiveVessel(SqlConnection transaction, String vessel) {
        return transaction
                .preparedQuery(LOCK_VESSEL)
                .execute(Tuple.of(vessel))
                .invoke(rows -> {
                    if (rows.size() == 0 || !caller.mayRead(vessel)) {
                        throw Vessels.unknown(vessel);
                    }
                    if (rows.iterator().next().getString("status").equals("retired")) {
                        throw Problems.conflict("vessel-retired", "Vessel " + vessel + " is retired.");
                    }
                })
                .replaceWithVoid();
    }

    private static void requireCode(NewEquipment changed, String code) {
        if (!changed.code().equals(code)) {
            throw Problems.badRequest(FieldError.body("/code", "The code never changes."));
        }
    }

    private static RuntimeException unknown(String code) {
        return Problems.notFound("There is no equipment " + code + ".");
    }

    private static RuntimeException taken() {
        String detail = "Another piece of equipment has this code.";
        return Problems.conflict("already-registered", detail, List.of(FieldError.body("/code", detail)));
    }
}
