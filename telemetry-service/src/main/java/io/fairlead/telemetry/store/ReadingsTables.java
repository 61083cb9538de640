package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings of one vessel as tables: channels that were read at the same times share one, as in the tabular data of ISO
 * 19848. What comes later for the same channels goes on in their table, unless one of them has been in another since:
 * read from the first table to the last, of two readings with one key the later is right.
 */
@Computation
final class ReadingsTables {

    private final List<Table> tables = new ArrayList<>();
    private final Map<Long, Table> newest = new HashMap<>();

    /** Columns, and the rows below them, piece by piece. */
    static final class Table {

        private final List<Long> series;
        private final List<List<HeadBody.Part>> pieces = new ArrayList<>();

        private Table(List<Long> series) {
            this.series = series;
        }

        /** Its columns. */
        List<Long> series() {
            return series;
        }

        /** Its rows: the parts of a piece are those of the columns, and have the same times. */
        List<List<HeadBody.Part>> pieces() {
            return pieces;
        }
    }

    /** Takes what one batch brought. */
    void add(List<HeadBody.Part> parts) {
        int from = 0;
        for (int to = 1; to <= parts.size(); to++) {
            if (to == parts.size()
                    || !sameTimes(parts.get(from).points(), parts.get(to).points())) {
                piece(parts.subList(from, to));
                from = to;
            }
        }
    }

    List<Table> tables() {
        return tables;
    }

    private void piece(List<HeadBody.Part> parts) {
        List<Long> series = parts.stream().map(HeadBody.Part::series).toList();
        Table table = newest.get(series.get(0));
        if (table == null || !table.series.equals(series) || !isNewestOfAll(table)) {
            table = new Table(series);
            tables.add(table);
            for (Long id : series) {
                newest.put(id, table);
            }
        }
        table.pieces.add(parts);
    }

    private boolean isNewestOfAll(Table table) {
        return table.series.stream().allMatch(id -> newest.get(id) == table);
    }

    private static boolean sameTimes(Points one, Points other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.time(i) == other.time(i) && one.start(i) == other.start(i);
        }
        return same;
    }
}
