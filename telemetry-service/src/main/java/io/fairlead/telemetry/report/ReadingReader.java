package io.fairlead.telemetry.report;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.BatchBuilder;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Labels;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.PowerValue;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeLimits;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns one vessel's readings, as they were sent, into a batch.
 *
 * <p>The channels {@code power} and {@code energy} are those of the plain door: they need a unit, and an interval of
 * power is kept as its energy. Any other channel keeps the unit that it has had from its first reading on.
 */
@Computation
final class ReadingReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_NAME = 255;

    private final BatchBuilder batch = new BatchBuilder();
    private final Map<String, Channel> channels;
    private final TimeLimits limits;

    /**
     * @param known the channels that the vessel has, by their identity
     */
    ReadingReader(Map<String, Channel> known, TimeLimits limits) {
        this.channels = new HashMap<>(known);
        this.limits = limits;
    }

    BatchBuilder batch() {
        return batch;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isNoFiniteNumber(String text) {
        return NO_NUMBER.matcher(text).matches();
    }

    void read(SentReading sent) {
        int before = batch.errors().size();
        checkNames(sent);
        Long time = limits.nanos(sent.time(), detail -> batch.refuse(sent.pointer() + "/time", detail));
        Long start = sent.start() == null
                ? time
                : limits.nanos(sent.start(), detail -> batch.refuse(sent.pointer() + "/start", detail));
        if (time != null && start != null && sent.start() != null) {
            refuse(sent, "/start", TimeLimits.intervalFault(start, time));
        }
        checkValue(sent);
        if (batch.errors().size() == before && time != null && start != null) {
            boolean plain = sent.channel().equals("power") || sent.channel().equals("energy");
            if (plain) {
                plain(sent, start, time);
            } else {
                named(sent, start, time);
            }
        }
    }

    private void checkNames(SentReading sent) {
        if (sent.channel() == null || Labels.unfit(sent.channel())) {
            refuse(sent, "/channel", "A channel's name is 1 to " + LONGEST_NAME + " printable characters.");
        }
        if (sent.unit() != null && Labels.unfit(sent.unit())) {
            refuse(sent, "/unit", "A unit is 1 to " + LONGEST_NAME + " printable characters.");
        }
        if (sent.quality() != null && Labels.unfit(sent.quality())) {
            refuse(sent, "/quality", "A quality is 1 to " + LONGEST_NAME + " printable characters.");
        }
        Labels.check(sent.labels(), sent.pointer() + "/labels", batch);
    }

    private void checkValue(SentReading sent) {
        if (sent.number() == null && sent.text() == null) {
            refuse(sent, "/value", "A value is missing.");
        } else if (sent.number() != null && !Double.isFinite(sent.number().doubleValue())) {
            refuse(sent, "/value", "This number is too great.");
        } else if (sent.text() != null
                && (sent.text().length() > LONGEST_TEXT || sent.text().indexOf(0) >= 0)) {
            refuse(sent, "/value", "A text is at most " + LONGEST_TEXT + " characters long and has no NUL.");
        }
    }

    private void plain(SentReading sent, long start, long time) {
        Quantity quantity = Quantity.of(sent.channel());
        Optional<PowerUnit> unit = unit(sent, quantity);
        BigDecimal value = power(sent, unit);
        if (value == null) {
            return;
        }
        boolean interval = start < time;
        double kilo = interval
                ? unit.get().kiloWattHours(value, time - start).doubleValue()
                : unit.get().toKilo(value).doubleValue();
        Channel channel = Channel.plain(interval ? Quantity.ENERGY : quantity, sent.labels());
        batch.add(channel, new Reading(time, start, kilo, null, sent.quality()), sent.pointer());
    }

    private void named(SentReading sent, long start, long time) {
        Channel channel = channel(sent);
        if (channel.hasWindows()) {
            meter(sent, channel, start, time);
        } else if (sent.unit() != null && !sent.unit().equals(channel.unit())) {
            refuse(sent, "/unit", unitFault(channel));
        } else {
            Double number = sent.number() == null ? null : sent.number().doubleValue();
            batch.add(channel, new Reading(time, start, number, sent.text(), sent.quality()), sent.pointer());
        }
    }

    /** A channel that its LocalID or a data channel list makes one of power or energy. */
    private void meter(SentReading sent, Channel channel, long start, long time) {
        PowerUnit own = PowerUnit.of(channel.unit()).orElseThrow();
        Optional<PowerUnit> unit = sent.unit() == null ? Optional.of(own) : unit(sent, channel.quantity());
        BigDecimal value = power(sent, unit);
        if (value == null) {
            return;
        }
        if (start < time && channel.quantity() == Quantity.POWER) {
            refuse(sent, "/start", "This channel's values are power at an instant.");
            return;
        }
        boolean declared = start == time && channel.quantity() == Quantity.ENERGY && channel.period() != null;
        long from = declared ? time - channel.period().toNanos() : start;
        double number = unit.get().to(own, value).doubleValue();
        batch.add(channel, new Reading(time, from, number, null, sent.quality()), sent.pointer());
    }

    private Channel channel(SentReading sent) {
        Channel fresh =
                LocalId.complete(new Channel(sent.channel(), sent.labels(), Quantity.OTHER, sent.unit(), null, null));
        return channels.computeIfAbsent(fresh.identity(), identity -> fresh);
    }

    private Optional<PowerUnit> unit(SentReading sent, Quantity quantity) {
        Optional<PowerUnit> unit = PowerUnit.of(sent.unit()).filter(one -> one.quantity() == quantity);
        if (unit.isEmpty()) {
            refuse(
                    sent,
                    "/unit",
                    "The unit of %s must be one of %s."
                            .formatted(quantity.text(), String.join(", ", PowerUnit.symbols(quantity))));
        }
        return unit;
    }

    /** The plausible number of power or energy, or null when it is refused. */
    private BigDecimal power(SentReading sent, Optional<PowerUnit> unit) {
        if (sent.number() == null) {
            refuse(sent, "/value", "This is no number.");
            return null;
        }
        String fault = unit.map(one -> PowerValue.fault(sent.number(), one)).orElse(null);
        refuse(sent, "/value", fault);
        return unit.isPresent() && fault == null ? sent.number() : null;
    }

    private static String unitFault(Channel channel) {
        return "This channel's values are %s.".formatted(Objects.requireNonNullElse(channel.unit(), "without a unit"));
    }

    private void refuse(SentReading sent, String field, String fault) {
        if (fault != null) {
            batch.refuse(sent.pointer() + field, fault);
        }
    }
}
