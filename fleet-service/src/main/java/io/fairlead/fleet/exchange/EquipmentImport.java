package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.change.Changes;
import io.fairlead.fleet.equipment.Equipment;
import io.fairlead.fleet.equipment.EquipmentStatus;
import io.fairlead.fleet.equipment.NewEquipment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers and changes equipment from a file. A row is a piece's whole state, but it never moves to another vessel. */
@ApplicationScoped
public class EquipmentImport {

    private static final String VESSELS =
            "select code, status from vessel where code = any($1) order by code for share";
    private static final String KNOWN = "select * from equipment where code = any($1) order by code for no key update";
    private static final String UPSERT =
            """
            insert into equipment as old (code, vessel, name, type, location, serial, channels, status,
                                          created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
            on conflict (code) do update
              set (name, type, location, serial, channels, status, version, updated_at, updated_by)
                = ($3, $4, $5, $6, $7, $8, old.version + 1, $9, $10)
            returning *
            """;

    private final Sheets sheets;
    private final Patches rules;
    private final Changes changes;
    private final Caller caller;
    private final Clock clock;

    EquipmentImport(Sheets sheets, Patches rules, Changes changes, Caller caller, Clock clock) {
        this.sheets = sheets;
        this.rules = rules;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    private record Entry(NewEquipment equipment, String vessel, EquipmentStatus status) {

        boolean isIn(Equipment known) {
            return known != null
                    && known.status() == status
                    && NewEquipment.of(known).equals(equipment);
        }
    }

    Uni<ImportResult> run(SqlConnection transaction, String text) {
        Lines<Equipment> lines = new Lines<>(sheets.equipment(), rules, text);
        Map<CsvLine, Entry> entries = lines.values(line -> entry(lines, line));
        lines.requireUnique(entries, "code", entry -> entry.equipment().code());
        String[] vessels =
                entries.values().stream().map(Entry::vessel).distinct().toArray(String[]::new);
        String[] codes =
                entries.values().stream().map(entry -> entry.equipment().code()).toArray(String[]::new);
        return transaction
                .preparedQuery(VESSELS)
                .execute(Tuple.tuple().addArrayOfString(vessels))
                .invoke(rows -> {
                    Map<String, String> statuses = new HashMap<>();
                    rows.forEach(row -> statuses.put(row.getString("code"), row.getString("status")));
                    entries.forEach((line, entry) -> requireVessel(lines, line, entry, statuses.get(entry.vessel())));
                })
                .chain(() ->
                        transaction.preparedQuery(KNOWN).execute(Tuple.tuple().addArrayOfString(codes)))
                .map(rows -> {
                    Map<String, Equipment> known = new HashMap<>();
                    Rows.list(rows, Equipment::from).forEach(item -> known.put(item.code(), item));
                    return known;
                })
                .invoke(known -> entries.forEach((line, entry) -> requireSameVessel(lines, line, entry, known)))
                .invoke(lines::requireGood)
                .chain(known -> write(transaction, List.copyOf(entries.values()), known));
    }

    private Uni<ImportResult> write(SqlConnection transaction, List<Entry> entries, Map<String, Equipment> known) {
        List<Tuple> rows = entries.stream()
                .filter(entry -> !entry.isIn(known.get(entry.equipment().code())))
                .map(this::row)
                .toList();
        long registered = entries.stream()
                .filter(entry -> !known.containsKey(entry.equipment().code()))
                .count();
        return Imported.write(
                        transaction,
                        UPSERT,
                        rows,
                        row -> Equipment.from(row).change(row.getLong("version") == 1 ? "registered" : "changed"),
                        changes)
                .replaceWith(ImportResult.of(entries.size(), registered, rows.size() - registered));
    }

    private Tuple row(Entry entry) {
        NewEquipment item = entry.equipment();
        return Tuple.tuple()
                .addString(item.code())
                .addString(entry.vessel())
                .addString(item.name())
                .addString(item.type())
                .addString(item.location())
                .addString(item.serial())
                .addArrayOfString(item.channels().toArray(String[]::new))
                .addString(entry.status().toString())
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
    }

    private static Entry entry(Lines<Equipment> lines, CsvLine line) {
        Map<String, JsonNode> besides = new HashMap<>();
        besides.put("status", null);
        besides.put("vessel", null);
        NewEquipment equipment = lines.value(line, NewEquipment.class, besides);
        EquipmentStatus status =
                lines.named(line, "status", besides.get("status"), EquipmentStatus::fromString, EquipmentStatus.ACTIVE);
        JsonNode vessel = besides.get("vessel");
        if (vessel == null) {
            lines.refuse(line, "vessel", "must not be empty");
        }
        return equipment == null || status == null || vessel == null
                ? null
                : new Entry(equipment.normal(), vessel.asText(), status);
    }

    private void requireVessel(Lines<Equipment> lines, CsvLine line, Entry entry, String status) {
        if (status == null || !caller.mayRead(entry.vessel())) {
            lines.refuse(line, "vessel", "There is no vessel " + entry.vessel() + ".");
        } else if (status.equals("retired") && entry.status() == EquipmentStatus.ACTIVE) {
            lines.refuse(line, "status", "Vessel " + entry.vessel() + " is retired: nothing on it is active.");
        }
    }

    private static void requireSameVessel(
            Lines<Equipment> lines, CsvLine line, Entry entry, Map<String, Equipment> known) {
        Equipment there = known.get(entry.equipment().code());
        if (there != null && !there.vessel().equals(entry.vessel())) {
            lines.refuse(line, "vessel", "It stands on vessel " + there.vessel() + " and does not move.");
        }
    }
}
