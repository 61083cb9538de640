package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.PointsBuilder;
import java.util.Arrays;

/** The fields of one line at a time: they are kept only when the whole line can be read. */
@Computation
final class LineValues {

    private static final int FIRST_CAPACITY = 16;

    private final LineCursor cursor;
    private final FieldNumber number;
    private final FieldText string;
    private LineSeries.Field[] fields = new LineSeries.Field[FIRST_CAPACITY];
    private double[] numbers = new double[FIRST_CAPACITY];
    private String[] texts = new String[FIRST_CAPACITY];
    private String[] faults = new String[FIRST_CAPACITY];
    private int size;
    private int nameFaults;

    LineValues(LineCursor cursor) {
        this.cursor = cursor;
        this.number = new FieldNumber(cursor.body());
        this.string = new FieldText(cursor.body());
    }

    /** Takes the fields of a line in place of those of the last. */
    void read(LineSeries series, int line) {
        size = 0;
        nameFaults = 0;
        do {
            if (size == fields.length) {
                grow();
            }
            LineSeries.Field field = series.field(cursor, size);
            fields[size] = field;
            value(field.meaning());
            Malformed.unless(field.isFirstIn(line), "Field '" + field.meaning().name() + "' stands twice.");
            nameFaults |= field.meaning().faults();
            size++;
        } while (cursor.take(','));
        Malformed.unless(cursor.isAt(' ') || cursor.atEnd(), "A space or a comma is missing after a field.");
    }

    private void value(LineField field) {
        texts[size] = null;
        faults[size] = null;
        if (cursor.take('"')) {
            int end = string.read(cursor.at());
            cursor.countLines(string.lines());
            cursor.moveTo(end < 0 ? cursor.body().length : end);
            Malformed.unless(end >= 0, "A string is not closed.");
            text(string.text(), field);
            return;
        }
        int end = number.read(cursor.at(), field);
        if (end >= 0 && cursor.valueEndsAt(end)) {
            cursor.moveTo(end);
            numbers[size] = number.value();
            faults[size] = number.fault();
            return;
        }
        String bool = FieldText.bool(cursor.token(true));
        Malformed.unless(bool != null, "Field '" + field.name() + "' has no valid value.");
        text(bool, field);
    }

    private void text(String text, LineField field) {
        texts[size] = text;
        faults[size] = FieldText.fault(text, field);
    }

    private void grow() {
        int capacity = 2 * size;
        fields = Arrays.copyOf(fields, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        texts = Arrays.copyOf(texts, capacity);
        faults = Arrays.copyOf(faults, capacity);
    }

    int size() {
        return size;
    }

    LineSeries.Field field(int i) {
        return fields[i];
    }

    /** What is wrong with a value, or null. */
    String fault(int i) {
        return faults[i];
    }

    /** What is wrong with the fields' names, as bits of {@link NameFaults}. */
    int nameFaults() {
        return nameFaults;
    }

    void addTo(PointsBuilder points, int i, long time) {
        if (texts[i] == null) {
            points.add(time, numbers[i]);
        } else {
            points.add(time, time, Double.NaN, texts[i], null);
        }
    }
}
