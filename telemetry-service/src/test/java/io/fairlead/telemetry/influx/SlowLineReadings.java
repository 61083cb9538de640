package io.fairlead.telemetry.influx;

import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.PowerValue;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeLimits;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lines mean, looked at one by one: the fast parser must say the same. */
final class SlowLineReadings {

    /** Channels of the plain door, which has units. */
    private static final Map<String, Quantity> PLAIN = Stream.of(Quantity.POWER, Quantity.ENERGY, Quantity.COUNTER)
            .collect(Collectors.toMap(Channel::plainName, Function.identity()));

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_LABELS = 32;

    private final SortedMap<String, SortedMap<String, Part>> vessels = new TreeMap<>();
    private final List<LineFault> faults;
    private final String vesselTag;
    private final Precision precision;
    private final TimeLimits limits;
    private final long now;

    /**
     * @param now the time of lines without one
     */
    SlowLineReadings(
            SlowLineProtocol.Lines lines, String vesselTag, Precision precision, TimeLimits limits, Instant now) {
        this.faults = new ArrayList<>(lines.faults());
        this.vesselTag = vesselTag;
        this.precision = precision;
        this.limits = limits;
        this.now = QuarterHours.nanos(now);
        lines.points().forEach(this::point);
        if (lines.points().isEmpty() && faults.isEmpty()) {
            faults.add(new LineFault(1, "There is no point in this request."));
        }
    }

    /** The readings of one channel by their keys, the last of each. */
    record Part(Channel channel, Map<Reading.Key, Reading> readings) {}

    /** What was read, by the vessel's code and the channel's identity. */
    SortedMap<String, SortedMap<String, Part>> vessels() {
        return vessels;
    }

    /** What is wrong, in the order of the lines; empty when all is good. */
    List<LineFault> faults() {
        return faults.stream()
                .sorted(Comparator.comparingInt(LineFault::line).thenComparing(LineFault::detail))
                .toList();
    }

    private void point(Point point) {
        SortedMap<String, String> labels = new TreeMap<>(point.tags());
        String vessel = labels.remove(vesselTag);
        String fault = nameFault(point, labels);
        if (vessel == null) {
            fault = "The tag '" + vesselTag + "' must name the vessel.";
        }
        Long time = point.time() == null
                ? Long.valueOf(now)
                : Optional.of(precision.nanos(point.time()))
                        .filter(this::plausible)
                        .orElse(null);
        if (fault == null && time == null) {
            fault = "The time must lie between " + limits.earliest() + " and " + limits.latest()
                    + "; is the precision right?";
        }
        if (fault != null) {
            faults.add(new LineFault(point.line(), fault));
            return;
        }
        SortedMap<String, Part> parts = vessels.computeIfAbsent(vessel, code -> new TreeMap<>());
        point.fields().forEach((field, value) -> add(parts, point, field, value, labels, time));
    }

    private void add(
            SortedMap<String, Part> parts,
            Point point,
            String field,
            Point.Value value,
            SortedMap<String, String> labels,
            long time) {
        Optional<PowerUnit> named = unit(point.measurement(), field);
        Channel channel = named.map(kind -> Channel.plain(PLAIN.get(point.measurement()), labels))
                .orElseGet(() -> LocalId.complete(
                        new Channel(name(point.measurement(), field), labels, Quantity.OTHER, null, null, null)));
        Optional<PowerUnit> unit = named.or(() -> PowerUnit.of(channel.unit()));
        String fault = valueFault(value, unit);
        if (fault != null) {
            faults.add(new LineFault(point.line(), "Field '" + field + "': " + fault));
            return;
        }
        Double number = value.number() == null
                ? null
                : Double.valueOf(unit.map(kind -> kind.toKilo(value.number()))
                        .orElse(value.number())
                        .doubleValue());
        Reading reading = new Reading(time, time, number, value.text(), null);
        parts.computeIfAbsent(channel.identity(), identity -> new Part(channel, new HashMap<>()))
                .readings()
                .put(reading.key(), reading);
    }

    private static Optional<PowerUnit> unit(String measurement, String field) {
        Quantity quantity = PLAIN.get(measurement);
        return PowerUnit.of(field).filter(unit -> quantity != null && unit.fits(quantity));
    }

    private static String name(String measurement, String field) {
        return field.equals("value") ? measurement : measurement + "." + field;
    }

    private static String valueFault(Point.Value value, Optional<PowerUnit> unit) {
        if (unit.isPresent()) {
            return value.number() == null ? "This is no number." : PowerValue.fault(value.number(), unit.get());
        }
        boolean unfit = value.text() != null
                && (value.text().length() > LONGEST_TEXT || value.text().indexOf(0) >= 0);
        return unfit ? "A text is at most " + LONGEST_TEXT + " characters long and has no NUL." : null;
    }

    private static String nameFault(Point point, SortedMap<String, String> labels) {
        Stream<String> names = Stream.of(
                        Stream.of(point.measurement()),
                        point.fields().keySet().stream(),
                        labels.keySet().stream(),
                        labels.values().stream())
                .flatMap(all -> all);
        if (names.anyMatch(SlowLineReadings::unfit)) {
            return "Names and tags are 1 to " + LONGEST_NAME + " printable characters.";
        }
        if (PLAIN.containsKey(point.measurement()) && point.fields().containsKey("value")) {
            return "The measurement '" + point.measurement() + "' takes its unit as the field, such as kW or kWh.";
        }
        return labels.size() > MOST_LABELS ? "At most " + MOST_LABELS + " tags are kept." : null;
    }

    private static boolean unfit(String text) {
        return text.isBlank() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl);
    }

    private boolean plausible(long nanos) {
        return nanos >= QuarterHours.nanos(limits.earliest()) && nanos <= QuarterHours.nanos(limits.latest());
    }
}
