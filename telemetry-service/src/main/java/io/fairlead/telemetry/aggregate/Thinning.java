package io.fairlead.telemetry.aggregate;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in any number of readings and holds a bounded number of them, so that a long range can be read piece by piece.
 * All are held until there are too many; from then on the least and the greatest of each group of equal count, a group
 * growing as more come. This is the preselection of MinMaxLTTB (Van Der Donckt and others, 2023), which changes little
 * about what {@link Lttb} then chooses: it goes for extremes too. Texts do not count.
 */
@Computation
public final class Thinning {

    private static final int QUAD = 4;
    private static final int MOST = 1 << 17;

    private final int most;
    private List<Reading> held = new ArrayList<>();
    private int group = 1;
    private Reading first;
    private Reading last;

    private int pending;
    private Reading least;
    private Reading greatest;
    private boolean greatestIsLater;

    public Thinning() {
        this(MOST);
    }

    /**
     * Room for so many.
     *
     * @param most a multiple of 4
     */
    Thinning(int most) {
        this.most = most;
    }

    /** Takes in readings that follow those taken in already. */
    public void add(Points points) {
        for (int i = 0; i < points.size(); i++) {
            if (!Double.isNaN(points.value(i))) {
                add(points.reading(i));
            }
        }
    }

    void add(Reading reading) {
        first = first == null ? reading : first;
        last = reading;
        if (group == 1) {
            held.add(reading);
        } else {
            gather(reading);
        }
        if (held.size() >= most) {
            halve();
        }
    }

    /** Of equals the first is the least and the last the greatest, so that a group has always two. */
    private void gather(Reading reading) {
        if (pending == 0 || reading.value() < least.value()) {
            least = reading;
            greatestIsLater = false;
        }
        if (pending == 0 || reading.value() >= greatest.value()) {
            greatest = reading;
            greatestIsLater = true;
        }
        if (++pending == group) {
            addPair(held);
            pending = 0;
        }
    }

    private void addPair(List<Reading> to) {
        to.add(greatestIsLater ? least : greatest);
        to.add(greatestIsLater ? greatest : least);
    }

    private void halve() {
        List<Reading> all = held;
        held = new ArrayList<>(most / 2 + 2);
        int next = group == 1 ? QUAD : group * 2;
        group = QUAD;
        all.forEach(this::gather);
        group = next;
    }

    /** What is held, by time; the first and the last that came are among it. */
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(held.size() + QUAD);
        if (!held.isEmpty() && held.get(0) != first) {
            readings.add(first);
        }
        readings.addAll(held);
        if (pending > 0) {
            pending(readings);
        }
        if (!readings.isEmpty() && readings.get(readings.size() - 1) != last) {
            readings.add(last);
        }
        return readings;
    }

    private void pending(List<Reading> readings) {
        if (least == greatest) {
            readings.add(least);
        } else {
            addPair(readings);
        }
    }
}
