package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The lines of one request with the same measurement and tags. Lines repeat themselves: the fields of one most likely
 * stand where they stood in the one before, and the head that followed last time follows again.
 */
@Computation
final class LineSeries {

    private static final int FIRST_FIELDS = 2;

    private final LineHead head;
    private Map<Raw, Field> fields;
    private Field[] places = new Field[FIRST_FIELDS];
    private LineSeries next;

    LineSeries(LineHead head) {
        this.head = head;
    }

    /** A field, and where its readings go. */
    static final class Field {

        private final LineField meaning;
        private Series series;
        private int line;

        private Field(LineField meaning) {
            this.meaning = meaning;
        }

        LineField meaning() {
            return meaning;
        }

        /** Where its readings go, or null before the first. */
        Series series() {
            return series;
        }

        void goTo(Series found) {
            series = found;
        }

        /** Whether it is the first of its name in a line. */
        boolean isFirstIn(int number) {
            boolean first = line != number;
            line = number;
            return first;
        }
    }

    LineHead head() {
        return head;
    }

    /** The one whose line came after this one's last time, or null. */
    LineSeries next() {
        return next;
    }

    void followedBy(LineSeries other) {
        next = other;
        head.followedBy(other.head);
    }

    /** Takes the name of a field and the equals sign behind it. */
    Field field(LineCursor cursor, int place) {
        Field likely = likely(place);
        if (likely != null && likely.meaning.raw().standsAt(cursor.body(), cursor.at())) {
            cursor.moveTo(cursor.at() + likely.meaning.raw().length());
            return likely;
        }
        int end = cursor.keyEnd();
        Raw key = Raw.within(cursor.body(), cursor.at(), end);
        Field field = fields().get(key);
        if (field == null) {
            field = new Field(head.field(key));
            fields().put(field.meaning.raw(), field);
        }
        put(place, field);
        if (place == 0) {
            head.beginsWith(field.meaning);
        }
        cursor.moveTo(end);
        return field;
    }

    private Field likely(int place) {
        if (place > 0 || places[0] != null) {
            return place < places.length ? places[place] : null;
        }
        LineField first = head.first();
        places[0] = first == null ? null : new Field(first);
        return places[0];
    }

    /** By their names: needed only when a line has other fields than the one before. */
    private Map<Raw, Field> fields() {
        if (fields == null) {
            fields = new HashMap<>();
            if (places[0] != null) {
                fields.put(places[0].meaning.raw(), places[0]);
            }
        }
        return fields;
    }

    private void put(int place, Field field) {
        if (place >= places.length) {
            places = Arrays.copyOf(places, Math.max(place + 1, places.length * 2));
        }
        places[place] = field;
    }
}
