package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.UniqueViolation;
import io.fairlead.fleet.change.Changes;
import io.fairlead.fleet.vessel.NewVessel;
import io.fairlead.fleet.vessel.Vessel;
import io.fairlead.fleet.vessel.VesselRow;
import io.fairlead.fleet.vessel.VesselStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Registers and changes vessels from a file. A row is a vessel's whole state, also whether it is retired. */
@ApplicationScoped
public class VesselImport {

    private static final String KNOWN =
            """
            select * from vessel where code = any($1) or imo = any($2) or mmsi = any($3)
            order by code for no key update
            """;
    private static final String UPSERT =
            """
            insert into vessel as old (%s, created_at, updated_at, updated_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16)
            on conflict (code) do update set (%s, version, updated_at, updated_by)
              = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, old.version + 1, $15, $16)
            returning *
            """
                    .formatted(VesselRow.COLUMNS, VesselRow.COLUMNS);

    private final Sheets sheets;
    private final Patches rules;
    private final Changes changes;
    private final Caller caller;
    private final Clock clock;

    VesselImport(Sheets sheets, Patches rules, Changes changes, Caller caller, Clock clock) {
        this.sheets = sheets;
        this.rules = rules;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    private record Entry(NewVessel vessel, VesselStatus status) {

        boolean isIn(Vessel known) {
            return known != null
                    && known.status() == status
                    && NewVessel.of(known).equals(vessel);
        }
    }

    Uni<ImportResult> run(SqlConnection transaction, String text) {
        Lines<Vessel> lines = new Lines<>(sheets.vessels(), rules, text);
        Map<CsvLine, Entry> entries = lines.values(line -> entry(lines, line));
        lines.requireUnique(entries, "code", entry -> entry.vessel().code());
        lines.requireUnique(entries, "imo", entry -> entry.vessel().imo());
        lines.requireUnique(entries, "mmsi", entry -> entry.vessel().mmsi());
        Tuple named = Tuple.tuple()
                .addArrayOfString(texts(entries, NewVessel::code))
                .addArrayOfString(texts(entries, NewVessel::imo))
                .addArrayOfString(texts(entries, NewVessel::mmsi));
        return transaction
                .preparedQuery(KNOWN)
                .execute(named)
                .map(rows -> Rows.list(rows, Vessel::from))
                .invoke(known -> requireFree(lines, entries, known))
                .invoke(lines::requireGood)
                .chain(known -> write(transaction, List.copyOf(entries.values()), known));
    }

    private Uni<ImportResult> write(SqlConnection transaction, List<Entry> entries, List<Vessel> vessels) {
        Map<String, Vessel> known = new HashMap<>();
        vessels.forEach(vessel -> known.put(vessel.code(), vessel));
        List<Tuple> rows = entries.stream()
                .filter(entry -> !entry.isIn(known.get(entry.vessel().code())))
                .map(entry -> VesselRow.of(entry.vessel(), entry.status())
                        .addOffsetDateTime(OffsetDateTime.now(clock))
                        .addString(caller.name()))
                .toList();
        long registered = entries.stream()
                .filter(entry -> !known.containsKey(entry.vessel().code()))
                .count();
        return Imported.write(
                        transaction,
                        UPSERT,
                        rows,
                        row -> Vessel.from(row).change(row.getLong("version") == 1 ? "registered" : "changed"),
                        changes)
                .onFailure(UniqueViolation::is)
                .transform(failure -> Problems.conflict(
                        "already-registered", "Another vessel took a " + UniqueViolation.column(failure) + "."))
                .replaceWith(ImportResult.of(entries.size(), registered, rows.size() - registered));
    }

    private static Entry entry(Lines<Vessel> lines, CsvLine line) {
        Map<String, JsonNode> besides = new HashMap<>();
        besides.put("status", null);
        NewVessel vessel = lines.value(line, NewVessel.class, besides);
        VesselStatus status =
                lines.named(line, "status", besides.get("status"), VesselStatus::fromString, VesselStatus.ACTIVE);
        return vessel == null || status == null ? null : new Entry(vessel.normal(), status);
    }

    private void requireFree(Lines<Vessel> lines, Map<CsvLine, Entry> entries, List<Vessel> known) {
        Map<String, String> owners = new HashMap<>();
        known.forEach(vessel -> {
            owners.put("imo/" + vessel.imo(), vessel.code());
            owners.put("mmsi/" + vessel.mmsi(), vessel.code());
        });
        entries.forEach((line, entry) -> {
            NewVessel vessel = entry.vessel();
            requireFree(lines, line, "imo", vessel.imo(), owners, vessel.code());
            requireFree(lines, line, "mmsi", vessel.mmsi(), owners, vessel.code());
            if (!caller.mayRead(vessel.code())) {
                lines.refuse(line, "code", "This token does not speak for vessel " + vessel.code() + ".");
            }
        });
    }

    private static void requireFree(
            Lines<Vessel> lines, CsvLine line, String column, String value, Map<String, String> owners, String code) {
        String owner = value == null ? null : owners.get(column + "/" + value);
        if (owner != null && !owner.equals(code)) {
            lines.refuse(line, column, "Vessel " + owner + " has this " + column + ".");
        }
    }

    private static String[] texts(Map<CsvLine, Entry> entries, Function<NewVessel, String> part) {
        return entries.values().stream()
                .map(Entry::vessel)
                .map(part)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }
}
