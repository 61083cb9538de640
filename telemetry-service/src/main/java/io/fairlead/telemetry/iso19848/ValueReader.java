package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.PowerValue;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.reading.TimeLimits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one value of an ISO 19848 package. A number becomes one, anything else stays a text; an empty value says that
 * there was none, and is rejected alone. Power and energy must be plausible numbers.
 */
@Computation
final class ValueReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
    private static final int LONGEST = 4096;

    private final TimeLimits limits;

    ValueReader(TimeLimits limits) {
        this.limits = limits;
    }

    /** A time stamp in nanoseconds since 1970; null when it is refused. */
    Long time(PackageNode node, String text) {
        return text == null ? null : limits.nanos(text, node::refuse);
    }

    /**
     * Reads a value into the batch.
     *
     * @param channel its channel, or null when that was refused
     * @param time its time as it stands there
     * @param nanos the same in nanoseconds since 1970, or null when it was refused
     */
    void read(Channel channel, String time, Long nanos, PackageNode value, PackageNode quality) {
        if (channel == null || nanos == null) {
            return;
        }
        String text = value.text();
        if (text == null) {
            value.batch()
                    .reject(new RejectedReading("#" + value.pointer(), channel.name(), time, "", "There is no value."));
            return;
        }
        number(text, value).ifPresent(number -> number(channel, nanos, number, value, quality));
        if (number(text).isEmpty() && accepts(channel, text, value)) {
            value.batch().add(channel, new Reading(nanos, nanos, null, text, quality.text()), value.pointer());
        }
    }

    private void number(Channel channel, long nanos, BigDecimal number, PackageNode value, PackageNode quality) {
        String fault = PowerUnit.of(channel.unit())
                .filter(unit -> channel.hasWindows())
                .map(unit -> PowerValue.fault(number, unit))
                .orElse(null);
        if (fault != null) {
            value.refuse(fault);
            return;
        }
        boolean declared = channel.quantity() == Quantity.ENERGY && channel.period() != null;
        long start = declared ? nanos - channel.period().toNanos() : nanos;
        value.batch()
                .add(channel, new Reading(nanos, start, number.doubleValue(), null, quality.text()), value.pointer());
    }

    private static Optional<BigDecimal> number(String text, PackageNode value) {
        Optional<BigDecimal> number = number(text);
        if (number.isPresent() && !Double.isFinite(number.get().doubleValue())) {
            value.refuse("This number is too great.");
            return Optional.empty();
        }
        return number;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean accepts(Channel channel, String text, PackageNode value) {
        if (channel.hasWindows() || NO_NUMBER.matcher(text).matches()) {
            value.refuse("This is no finite number.");
            return false;
        }
        if (text.length() > LONGEST) {
            value.refuse("A text is at most " + LONGEST + " characters long.");
            return false;
        }
        return true;
    }
}
