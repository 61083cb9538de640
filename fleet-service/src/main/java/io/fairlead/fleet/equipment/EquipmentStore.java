package io.fairlead.fleet.equipment;

import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.fleet.UniqueViolation;
import io.fairlead.fleet.vessel.Vessels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The equipment in the database, each change with its event. */
@ApplicationScoped
public class EquipmentStore {

    private static final String LOCK_VESSEL = "select status from vessel where code = $1 for share";
    private static final String INSERT =
            """
            insert into equipment (code, vessel, name, type, location, serial, channels,
                                   created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
            returning *
            """;
    private static final String LIST =
            """
            select * from equipment
            where vessel = $1 and ($2::text is null or status = $2) and ($3::text is null or code > $3)
            order by code limit $4
            """;
    private static final String FIND = "select * from equipment where code = $1";
    private static final String LOCK = "select * from equipment where code = any($1) order by code for update";
    private static final String SET_STATUS =
            """
            update equipment set status = $2, version = version + 1, updated_at = $3, updated_by = $4
            where code = any($1) and status <> $2
            returning *
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    EquipmentStore(Pool pool, Outbox outbox, Caller caller, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Registers equipment on a vessel; fails with 404 or 409 when the vessel is unknown or retired, or the code taken. */
    Uni<Equipment> register(SqlConnection transaction, String vessel, NewEquipment equipment) {
        List<String> channels = equipment.channels() == null ? List.of() : equipment.channels();
        Tuple row = Tuple.tuple()
                .addString(equipment.code())
                .addString(vessel)
                .addString(equipment.name())
                .addString(equipment.type())
                .addString(equipment.location())
                .addString(equipment.serial())
                .addArrayOfString(channels.toArray(String[]::new))
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return requireActiveVessel(transaction, vessel)
                .chain(() -> transaction.preparedQuery(INSERT).execute(row))
                .map(rows -> Equipment.from(rows.iterator().next()))
                .call(registered -> outbox.append(transaction, event(registered)))
                .onFailure(UniqueViolation::is)
                .transform(failure -> taken());
    }

    /** One page of a vessel's equipment, by code; fails with 404 when there is no such vessel. */
    Uni<Page<Equipment>> list(String vessel, EquipmentStatus status, Paging paging) {
        Tuple parameters = Tuple.tuple()
                .addString(vessel)
                .addString(status == null ? null : status.toString())
                .addString(paging.after(1).map(key -> key.get(0)).orElse(null))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(rows -> Page.of(equipment(rows), paging, item -> List.of(item.code())));
    }

    /** A piece of equipment; fails with 404 when there is none or the caller may not see it. */
    Uni<Equipment> get(String code) {
        return pool.preparedQuery(FIND).execute(Tuple.of(code)).map(rows -> equipment(rows).stream()
                .filter(item -> caller.mayRead(item.vessel()))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("There is no equipment " + code + ".")));
    }

    /** Changes the status of all pieces or, when one of them is unknown, of none: then fails with 400 naming each. */
    Uni<EquipmentList> setStatus(SqlConnection transaction, List<String> codes, EquipmentStatus status) {
        String[] asked = codes.toArray(String[]::new);
        Tuple change = Tuple.tuple()
                .addArrayOfString(asked)
                .addString(status.toString())
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(asked))
                .map(EquipmentStore::byCode)
                .invoke(found -> requireAll(codes, found))
                .chain(found -> transaction
                        .preparedQuery(SET_STATUS)
                        .execute(change)
                        .map(EquipmentStore::byCode)
                        .call(changed -> outbox.append(
                                transaction,
                                changed.values().stream()
                                        .map(EquipmentStore::event)
                                        .toList()))
                        .invoke(found::putAll)
                        .replaceWith(found))
                .map(found -> new EquipmentList(codes.stream().map(found::get).toList()));
    }

    private static Uni<Void> requireActiveVessel(SqlConnection transaction, String vessel) {
        return transaction
                .preparedQuery(LOCK_VESSEL)
                .execute(Tuple.of(vessel))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Vessels.unknown(vessel);
                    }
                    if (rows.iterator().next().getString("status").equals("retired")) {
                        throw Problems.conflict("vessel-retired", "Vessel " + vessel + " is retired.");
                    }
                })
                .replaceWithVoid();
    }

    private void requireAll(List<String> codes, Map<String, Equipment> found) {
        List<FieldError> errors = IntStream.range(0, codes.size())
                .filter(i -> !found.containsKey(codes.get(i)))
                .mapToObj(i -> FieldError.body("/codes/" + i, "There is no equipment " + codes.get(i) + "."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }

    private static RuntimeException taken() {
        String detail = "Another piece of equipment has this code.";
        return Problems.conflict("already-registered", detail, List.of(FieldError.body("/code", detail)));
    }

    private static Event event(Equipment equipment) {
        return Event.of(Topics.FLEET_EQUIPMENT, equipment.code(), "fleet.equipment.changed", equipment);
    }

    private static Map<String, Equipment> byCode(RowSet<Row> rows) {
        Map<String, Equipment> found = new LinkedHashMap<>();
        equipment(rows).forEach(item -> found.put(item.code(), item));
        return found;
    }

    private static List<Equipment> equipment(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Equipment::from)
                .toList();
    }
}
