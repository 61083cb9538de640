package io.fairlead.spark;

import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.window.Closed;
import io.fairlead.telemetry.window.CounterReading;
import io.fairlead.telemetry.window.CounterWindows;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.PowerWindows;
import io.fairlead.telemetry.window.Span;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowMethod;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * All windows anew from raw readings, by the classes with which telemetry-service makes them. Power is cut into days, each
 * with the readings beyond it that decide about it, so that a group is a day of one series; energy and counters, which
 * reach back as far as they like and are reported seldom, are a group for each series.
 */
final class Recomputation implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final StructType INPUT = new StructType()
            .add("series", DataTypes.LongType)
            .add("part", DataTypes.LongType)
            .add("quantity", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("time_ns", DataTypes.LongType)
            .add("start_ns", DataTypes.LongType)
            .add("value", DataTypes.DoubleType);

    private final WindowMethod method;
    private final Closed closed;
    private final Duration maxGap;

    /** As telemetry-service is set: {@code --method}, {@code --closed} and {@code --max-gap}. */
    Recomputation(Options options) {
        this.method = WindowMethod.of(options.get("method", "mean"));
        this.closed = Closed.valueOf(options.get("closed", "left").toUpperCase(java.util.Locale.ROOT));
        this.maxGap = Duration.parse(options.get("max-gap", "PT5M"));
    }

    /** The windows that the readings make. */
    Dataset<Row> windows(Dataset<Row> readings) {
        return readings.where("quantity <> 'other' and value is not null")
                .flatMap((FlatMapFunction<Row, Row>) this::inputs, Encoders.row(INPUT))
                .groupByKey((MapFunction<Row, String>) row -> row.getLong(0) + "|" + row.getLong(1), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> windows(rows),
                        Encoders.row(WindowRow.SCHEMA));
    }

    private PowerWindows power() {
        return PowerWindows.of(method, closed, maxGap);
    }

    /** A reading in each part that it decides about. */
    private Iterator<Row> inputs(Row reading) {
        List<Row> inputs = new ArrayList<>();
        if (quantity(reading) == Quantity.POWER) {
            long time = reading.<Long>getAs("time_ns");
            long day = Math.floorDiv(time, DAY) * DAY;
            long reach = (maxGap.toNanos() / DAY + 1) * DAY;
            for (long start = day - reach; start <= day + reach; start += DAY) {
                Span needed = power().inputs(day(start));
                if (time >= needed.from() && time < needed.to()) {
                    inputs.add(input(reading, start));
                }
            }
        } else {
            inputs.add(input(reading, 0));
        }
        return inputs.iterator();
    }

    private static Span day(long start) {
        return new Span(start, start + DAY);
    }

    private static Row input(Row reading, long part) {
        return RowFactory.create(
                reading.getAs("series"),
                part,
                reading.getAs("quantity"),
                reading.getAs("unit"),
                reading.getAs("time_ns"),
                reading.getAs("start_ns"),
                reading.getAs("value"));
    }

    private Iterator<Row> windows(Iterator<Row> inputs) {
        List<Row> rows = new ArrayList<>();
        inputs.forEachRemaining(rows::add);
        Row one = rows.get(0);
        PowerUnit unit = PowerUnit.of(one.getAs("unit"))
                .orElseThrow(() -> new IllegalStateException("series " + one.getLong(0) + " has no unit of power"));
        List<Window> windows =
                switch (quantity(one)) {
                    case POWER -> power(rows, unit, day(one.getLong(1)));
                    case ENERGY -> EnergyWindows.windows(
                            rows.stream().map(row -> report(row, unit)).toList());
                    case COUNTER -> CounterWindows.windows(rows.stream()
                            .map(row -> report(row, unit))
                            .map(report -> new CounterReading(report.end(), report.wh()))
                            .toList());
                    case OTHER -> List.<Window>of();
                };
        return windows.stream()
                .map(window -> WindowRow.of(one.getLong(0), window))
                .iterator();
    }

    private List<Window> power(List<Row> rows, PowerUnit unit, Span day) {
        List<PowerReading> readings = rows.stream()
                .map(row -> unit.reading(row.<Long>getAs("time_ns"), row.<Double>getAs("value")))
                .toList();
        return power().windows(readings).stream()
                .filter(window -> day.holds(window.end()))
                .toList();
    }

    private static EnergyReport report(Row row, PowerUnit unit) {
        return new EnergyReport(
                row.<Long>getAs("start_ns"), row.<Long>getAs("time_ns"), unit.wattHours(row.<Double>getAs("value")));
    }

    private static Quantity quantity(Row row) {
        return Quantity.of(row.getAs("quantity"));
    }
}
