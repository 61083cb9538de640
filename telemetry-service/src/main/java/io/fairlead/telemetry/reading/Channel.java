package io.fairlead.telemetry.reading;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What reports: the identity of a series within its vessel, and what is known about it.
 *
 * <p>Two channels with the same meter measure the same thing, one its power and the other its energy; a vessel's total
 * counts such a pair once.
 */
public final class Channel {

    private static final char SEPARATOR = '\u001f';

    private final String name;
    private final SortedMap<String, String> labels;
    private final Quantity quantity;
    private final String unit;
    private final String meter;
    private final Duration period;
    private final String identity;

    /** A channel; its labels must not be changed any more. */
    public Channel(
            String name,
            SortedMap<String, String> labels,
            Quantity quantity,
            String unit,
            String meter,
            Duration period) {
        this.name = name;
        this.labels = labels;
        this.quantity = quantity;
        this.unit = unit;
        this.meter = meter;
        this.period = period;
        this.identity = text(name, labels);
    }

    /** A channel without labels. */
    public static Channel of(String name, Quantity quantity, String unit, String meter, Duration period) {
        return new Channel(name, new TreeMap<>(), quantity, unit, meter, period);
    }

    /** A channel of the plain door: its labels tell one from another. */
    public static Channel plain(Quantity quantity, Map<String, String> labels) {
        SortedMap<String, String> sorted = new TreeMap<>(labels);
        String unit = quantity == Quantity.POWER ? "kW" : "kWh";
        return new Channel(plainName(quantity), sorted, quantity, unit, text("plain", sorted), null);
    }

    /** What a channel of the plain door is called, and the measurement of line protocol that is the same. */
    public static String plainName(Quantity quantity) {
        return quantity == Quantity.COUNTER ? "energy_counter" : quantity.text();
    }

    /** What the plain door's channel of that name measures; empty for any other name. */
    public static Optional<Quantity> plainQuantity(String name) {
        return Stream.of(Quantity.POWER, Quantity.ENERGY, Quantity.COUNTER)
                .filter(quantity -> plainName(quantity).equals(name))
                .findFirst();
    }

    /** An ISO 19848 LocalID, or {@code power} or {@code energy} for the plain door. */
    public String name() {
        return name;
    }

    /** Further parts of its identity, by name. */
    public SortedMap<String, String> labels() {
        return labels;
    }

    /** What it measures. */
    public Quantity quantity() {
        return quantity;
    }

    /** The unit of its values, or null when it is not known. */
    public String unit() {
        return unit;
    }

    /** What a power or energy channel measures, apart from whether as power or energy; null for others. */
    public String meter() {
        return meter;
    }

    /** The time span that each of its values speaks for, or null when it declares none. */
    public Duration period() {
        return period;
    }

    /** What distinguishes it from the other channels of its vessel, as one text. */
    public String identity() {
        return identity;
    }

    /** Whether its values mean the same as those of another. */
    public boolean sameUnit(Channel other) {
        return quantity == other.quantity && Objects.equals(unit, other.unit);
    }

    /** Whether its readings become windows. */
    public boolean hasWindows() {
        return quantity.hasWindows();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Channel that
                        && identity.equals(that.identity)
                        && quantity == that.quantity
                        && Objects.equals(unit, that.unit)
                        && Objects.equals(meter, that.meter)
                        && Objects.equals(period, that.period);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return identity;
    }

    private static String text(String name, SortedMap<String, String> labels) {
        StringBuilder text = new StringBuilder(name);
        labels.forEach((label, value) ->
                text.append(SEPARATOR).append(label).append(SEPARATOR).append(value));
        return text.toString();
    }
}
