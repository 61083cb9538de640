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

    private static final int FIRST_FIELDS = 4;

    private final LineHead head;
    private final Map<Raw, Field> fields = new HashMap<>();
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
    }

    /** Takes the name of a field and the equals sign behind it. */
    Field field(LineCursor cursor, int place) {
        Field likely = place < places.length ? places[place] : null;
        if (likely != null && likely.meaning.raw().standsAt(cursor.body(), cursor.at())) {
            cursor.moveTo(cursor.at() + likely.meaning.raw().length());
            return likely;
        }
        int end = cursor.keyEnd();
        Raw key = Raw.within(cursor.body(), cursor.at(), end);
        Field field = fields.get(key);
        if (field == null) {
            field = new Field(head.field(key));
            fields.put(field.meaning.raw(), field);
        }
        if (place >= places.length) {
            places = Arrays.copyOf(places, Math.max(place + 1, places.length * 2));
        }
        places[place] = field;
        cursor.moveTo(end);
        return field;
    }
}
