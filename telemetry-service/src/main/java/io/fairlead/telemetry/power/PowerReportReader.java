package io.fairlead.telemetry.power;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.BatchBuilder;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Labels;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.PowerValue;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeLimits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Reads a power report: values become kW or kWh, exactly, and everything that is wrong is named.
 *
 * <p>An interval of a power unit is the mean power over it, so it is energy: it is kept as such, in the meter's energy
 * channel.
 */
@Computation
final class PowerReportReader {

    private static final Set<PowerUnit> UNITS = Set.of(PowerUnit.KW, PowerUnit.MW, PowerUnit.KWH, PowerUnit.MWH);

    private final BatchBuilder batch = new BatchBuilder();
    private final TimeLimits limits;

    private PowerReportReader(TimeLimits limits) {
        this.limits = limits;
    }

    /** Reads a report. */
    static BatchBuilder read(PowerReport report, TimeLimits limits) {
        PowerReportReader reader = new PowerReportReader(limits);
        reader.read(report);
        return reader.batch;
    }

    private void read(PowerReport report) {
        PowerUnit unit = unit(report.unit());
        Map<String, String> labels = report.labels() == null ? Map.of() : report.labels();
        Labels.check(labels, "/labels", batch);
        if (report.readings() == null || report.readings().isEmpty()) {
            batch.refuse("/readings", "At least one reading is needed.");
            return;
        }
        Channel power = Channel.plain(Quantity.POWER, labels);
        Channel energy = Channel.plain(Quantity.ENERGY, labels);
        for (int i = 0; i < report.readings().size(); i++) {
            read(report.readings().get(i), "/readings/" + i, unit, power, energy);
        }
    }

    private PowerUnit unit(String symbol) {
        PowerUnit unit = symbol == null
                ? null
                : PowerUnit.of(symbol).filter(UNITS::contains).orElse(null);
        if (unit == null) {
            batch.refuse("/unit", "The unit must be kW, MW, kWh or MWh.");
        }
        return unit;
    }

    private void read(PowerReport.Item item, String pointer, PowerUnit unit, Channel power, Channel energy) {
        if (item == null) {
            batch.refuse(pointer, "A reading is missing.");
            return;
        }
        boolean interval = item.start() != null || item.end() != null;
        if (interval && item.time() != null) {
            batch.refuse(pointer, "A reading has either a time, or a start and an end.");
            return;
        }
        BigDecimal value = value(item.value(), pointer + "/value", unit);
        if (interval) {
            interval(item, pointer, unit, value, energy);
        } else {
            Long time = time(item.time(), pointer + "/time");
            if (time != null && value != null) {
                batch.add(
                        unit.quantity() == Quantity.POWER ? power : energy,
                        Reading.at(time, unit.toKilo(value).doubleValue()),
                        pointer);
            }
        }
    }

    private void interval(PowerReport.Item item, String pointer, PowerUnit unit, BigDecimal value, Channel energy) {
        Long start = time(item.start(), pointer + "/start");
        Long end = time(item.end(), pointer + "/end");
        if (start == null || end == null) {
            return;
        }
        String fault = TimeLimits.intervalFault(start, end);
        if (fault != null) {
            batch.refuse(pointer + "/end", fault);
        } else if (value != null) {
            double kWh = unit.kiloWattHours(value, end - start).doubleValue();
            batch.add(energy, Reading.over(start, end, kWh), pointer);
        }
    }

    private BigDecimal value(BigDecimal value, String pointer, PowerUnit unit) {
        if (value == null) {
            batch.refuse(pointer, "A value is missing.");
            return null;
        }
        if (unit == null) {
            return null;
        }
        String fault = PowerValue.fault(value, unit);
        if (fault != null) {
            batch.refuse(pointer, fault);
            return null;
        }
        return value;
    }

    private Long time(String text, String pointer) {
        return limits.nanos(text, detail -> batch.refuse(pointer, detail));
    }
}
