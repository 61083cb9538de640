package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.schedule.NewSchedule;
import io.fairlead.fleet.schedule.Schedule;
import io.fairlead.fleet.schedule.Schedules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registers schedules from a file, those without an id, and changes those with one. */
@ApplicationScoped
public class ScheduleImport {

    private static final String KNOWN = "select * from schedule where id = any($1) order by id for update";

    private final Sheets sheets;
    private final Patches rules;
    private final Schedules schedules;
    private final Caller caller;

    ScheduleImport(Sheets sheets, Patches rules, Schedules schedules, Caller caller) {
        this.sheets = sheets;
        this.rules = rules;
        this.schedules = schedules;
        this.caller = caller;
    }

    private record Entry(Long id, NewSchedule schedule) {

        boolean isIn(Schedule known) {
            return known != null && NewSchedule.of(known).equals(schedule);
        }
    }

    Uni<ImportResult> run(SqlConnection transaction, String text) {
        Lines<Schedule> lines = new Lines<>(sheets.schedules(), rules, text);
        Map<CsvLine, Entry> entries = lines.values(line -> entry(lines, line));
        lines.requireUnique(entries, "id", entry -> entry.id() == null ? null : "" + entry.id());
        Long[] ids = entries.values().stream()
                .map(Entry::id)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .map(rows -> {
                    Map<Long, Schedule> known = new HashMap<>();
                    Rows.list(rows, Schedule::from).forEach(schedule -> known.put(schedule.id(), schedule));
                    return known;
                })
                .invoke(known -> entries.forEach((line, entry) -> requireKnown(lines, line, entry, known)))
                .invoke(lines::requireGood)
                .chain(known -> write(transaction, List.copyOf(entries.values()), known));
    }

    private Uni<ImportResult> write(SqlConnection transaction, List<Entry> entries, Map<Long, Schedule> known) {
        List<NewSchedule> added = entries.stream()
                .filter(entry -> entry.id() == null)
                .map(Entry::schedule)
                .toList();
        List<Entry> changed = entries.stream()
                .filter(entry -> entry.id() != null && !entry.isIn(known.get(entry.id())))
                .toList();
        Map<Long, NewSchedule> changes = new HashMap<>();
        changed.forEach(entry -> changes.put(entry.id(), entry.schedule()));
        return schedules
                .writeAll(transaction, added, changes)
                .replaceWith(ImportResult.of(entries.size(), added.size(), changed.size()));
    }

    private static Entry entry(Lines<Schedule> lines, CsvLine line) {
        Map<String, JsonNode> besides = new HashMap<>();
        besides.put("id", null);
        NewSchedule schedule = lines.value(line, NewSchedule.class, besides);
        Long id = lines.named(line, "id", besides.get("id"), Long::valueOf, null);
        return schedule == null ? null : new Entry(id, schedule.normal());
    }

    private void requireKnown(Lines<Schedule> lines, CsvLine line, Entry entry, Map<Long, Schedule> known) {
        if (caller.readableVessels().isPresent()) {
            lines.refuse(line, null, "A token for some vessels imports no schedules.");
        } else if (entry.id() != null && !known.containsKey(entry.id())) {
            lines.refuse(line, "id", "There is no schedule " + entry.id() + "; leave it empty to register one.");
        }
    }
}
