package io.fairlead.fleet.equipment;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Changes;
import io.smallrye.mutiny.Uni;
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

/**
 * Switches equipment on and off, a list in one transaction. Rows are locked in the order of their codes, so lists that
 * overlap wait for each other and both get a true answer.
 */
@ApplicationScoped
public class EquipmentSwitch {

    private static final String LOCK = "select * from equipment where code = any($1) order by code for no key update";
    private static final String LOCK_VESSELS =
            """
            select code, status from vessel
            where code in (select vessel from equipment where code = any($1)) order by code for share
            """;
    private static final String SET_STATUS =
            """
            update equipment set status = $2, version = version + 1, updated_at = $3, updated_by = $4
            where code = any($1) and status <> $2
            returning *
            """;
    private static final String SWITCH_OFF =
            """
            update equipment set status = 'inactive', version = version + 1, updated_at = $2, updated_by = $3
            where code in (select code from equipment where vessel = $1 and status = 'active'
                           order by code for no key update)
            returning *
            """;

    private final Changes changes;
    private final Caller caller;
    private final Clock clock;

    EquipmentSwitch(Changes changes, Caller caller, Clock clock) {
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    /** Changes the status of all pieces or, when one of them cannot be changed, of none: then 409 names each. */
    Uni<EquipmentList> set(SqlConnection transaction, List<String> codes, EquipmentStatus status) {
        Tuple asked = Tuple.tuple().addArrayOfString(codes.toArray(String[]::new));
        return transaction
                .preparedQuery(LOCK_VESSELS)
                .execute(asked)
                .map(EquipmentSwitch::retired)
                .chain(retired -> transaction
                        .preparedQuery(LOCK)
                        .execute(asked)
                        .map(EquipmentSwitch::byCode)
                        .invoke(found -> requireAll(codes, found, status, retired)))
                .chain(found ->
                        write(transaction, codes, status).invoke(found::putAll).replaceWith(found))
                .map(found -> new EquipmentList(codes.stream().map(found::get).toList()));
    }

    /** Switches off what is on board of a vessel that leaves the fleet; says what changed, for the caller to tell. */
    public Uni<List<Change>> offOnBoard(SqlConnection transaction, String vessel) {
        return transaction
                .preparedQuery(SWITCH_OFF)
                .execute(Tuple.of(vessel, OffsetDateTime.now(clock), caller.name()))
                .map(rows -> Rows.list(rows, row -> Equipment.from(row).change("deactivated")));
    }

    private Uni<Map<String, Equipment>> write(SqlConnection transaction, List<String> codes, EquipmentStatus status) {
        String action = status == EquipmentStatus.ACTIVE ? "activated" : "deactivated";
        Tuple change = Tuple.tuple()
                .addArrayOfString(codes.toArray(String[]::new))
                .addString(status.toString())
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(SET_STATUS)
                .execute(change)
                .map(EquipmentSwitch::byCode)
                .call(changed -> changes.append(
                        transaction,
                        changed.values().stream()
                                .map(item -> item.change(action))
                                .toList()));
    }

    private void requireAll(
            List<String> codes, Map<String, Equipment> found, EquipmentStatus status, List<String> retired) {
        List<FieldError> errors = IntStream.range(0, codes.size())
                .mapToObj(i -> problem("/codes/" + i, codes.get(i), found.get(codes.get(i)), status, retired))
                .filter(error -> error != null)
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.conflict("equipment-unavailable", "Some equipment cannot be switched.", errors);
        }
    }

    private FieldError problem(
            String pointer, String code, Equipment found, EquipmentStatus status, List<String> retired) {
        if (found == null || !caller.mayRead(found.vessel())) {
            return FieldError.body(pointer, "There is no equipment " + code + ".");
        }
        return status == EquipmentStatus.ACTIVE && retired.contains(found.vessel())
                ? FieldError.body(pointer, code + " is on vessel " + found.vessel() + ", which is retired.")
                : null;
    }

    private static List<String> retired(RowSet<Row> vessels) {
        return Rows.list(vessels, row -> row).stream()
                .filter(row -> row.getString("status").equals("retired"))
                .map(row -> row.getString("code"))
                .toList();
    }

    private static Map<String, Equipment> byCode(RowSet<Row> rows) {
        Map<String, Equipment> found = new LinkedHashMap<>();
        Rows.list(rows, Equipment::from).forEach(item -> found.put(item.code(), item));
        return found;
    }
}
