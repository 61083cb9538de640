package io.fairlead.spark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes for each vessel and day: {@code energy.daily}, the kWh of its channels of power; {@code utilisation.daily},
 * the share of the day's windows in which one of them was above nothing; {@code energy.daily.channels}, a table of both by
 * channel, with the peak and the load factor, which is the mean by the peak.
 *
 * <p>{@code --kafka} names the brokers, {@code --zone} whose days, {@code --quantity} which channels ({@code power}, or
 * {@code energy} or {@code counter}), {@code --from} and {@code --until} the windows, by their starts; without
 * {@code --until} only days that have ended are published.
 */
final class DailyEnergy {

    private static final String MODEL = "daily-energy";
    private static final String[] COLUMNS = {
        "energy", "kWh", "mean", "kW", "peak", "kW", "loadFactor", "1", "utilisation", "1"
    };

    private final Options options;

    DailyEnergy(Options options) {
        this.options = options;
    }

    int run() {
        Lake lake = Lake.open(options);
        ZoneId zone = ZoneId.of(options.get("zone", "UTC"));
        String quantity = options.get("quantity", "power");
        Instant until = options.find("until").map(Instant::parse).orElseGet(() -> today(zone));
        lake.windows()
                .where("quantity = '%s' and window_start >= timestamp '%s' and window_start < timestamp '%s'"
                        .formatted(quantity, Instant.parse(options.get("from", "1970-01-01T00:00:00Z")), until))
                .createOrReplaceTempView("windows");
        String run = "windows@" + lake.snapshot("windows");
        Map<String, String> parameters = Map.of("zone", zone.getId(), "quantity", quantity);
        Dataset<Row> results = lake.spark()
                .sql(DAYS.formatted(zone))
                .flatMap((FlatMapFunction<Row, Row>) day -> results(day, run, parameters), Results.encoder());
        Dataset<Row> records =
                Results.records(results, "/fairlead/spark/energy").cache();
        long count = records.count();
        records.write()
                .format("kafka")
                .options(KafkaAddress.of(options, System.getenv()))
                .option("topic", Results.TOPIC)
                .save();
        System.out.printf("published %d results of %s%n", count, run);
        lake.spark().stop();
        return 0;
    }

    private static Instant today(ZoneId zone) {
        return Instant.now().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static Iterator<Row> results(Row day, String run, Map<String, String> parameters) {
        ObjectNode energy = result("energy.daily", day, run, parameters);
        energy.put("type", "number").put("unit", "kWh").put("value", number(day, "kwh"));
        ObjectNode utilisation = result("utilisation.daily", day, run, parameters);
        utilisation.put("type", "number").put("unit", "1").put("value", day.<Double>getAs("utilisation"));
        ObjectNode channels = result("energy.daily.channels", day, run, parameters);
        channels.put("type", "table");
        channels.set("value", table(day.getList(day.fieldIndex("channels"))));
        return List.of(Results.row(energy), Results.row(utilisation), Results.row(channels))
                .iterator();
    }

    private static ObjectNode result(String name, Row day, String run, Map<String, String> parameters) {
        return ResultJson.of(
                name, day.getAs("vessel"), time(day, "day_start"), time(day, "day_end"), MODEL, run, parameters);
    }

    private static Instant time(Row day, String column) {
        return day.<Timestamp>getAs(column).toInstant();
    }

    private static BigDecimal number(Row row, String column) {
        BigDecimal number = row.<BigDecimal>getAs(column).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static ObjectNode table(List<Row> channels) {
        ObjectNode table = ResultJson.object();
        ArrayNode columns = table.putArray("columns");
        columns.addObject().put("name", "channel");
        columns.addObject().put("name", "labels");
        for (int i = 0; i < COLUMNS.length; i += 2) {
            columns.addObject().put("name", COLUMNS[i]).put("unit", COLUMNS[i + 1]);
        }
        ArrayNode rows = table.putArray("rows");
        for (Row channel : channels) {
            rows.addArray()
                    .add(channel.<String>getAs("channel"))
                    .add(channel.<String>getAs("labels"))
                    .add(number(channel, "kwh"))
                    .add(channel.<Double>getAs("mean_kw"))
                    .add(channel.<Double>getAs("peak_kw"))
                    .add(channel.<Double>getAs("load_factor"))
                    .add(channel.<Double>getAs("utilisation"));
        }
        return table;
    }

    /** A day has as many windows as its zone's clock gives it; means are over the windows that there are. */
    private static final String DAYS =
            """
            with dated as (
                select *, date_trunc('DAY', from_utc_timestamp(window_start, '%1$s')) as local_day from windows),
            days as (
                select *, to_utc_timestamp(local_day, '%1$s') as day_start,
                    to_utc_timestamp(local_day + interval 1 day, '%1$s') as day_end
                from dated),
            lengths as (
                select *, (unix_timestamp(day_end) - unix_timestamp(day_start)) / 900 as day_windows from days),
            channels as (
                select vessel, day_start, day_end, series, channel, to_json(max_by(labels, window_end)) as labels,
                    sum(kwh) as kwh, cast(avg(mean_kw) as double) as mean_kw, cast(max(max_kw) as double) as peak_kw,
                    try_divide(cast(avg(mean_kw) as double), cast(max(max_kw) as double)) as load_factor,
                    count_if(kwh > 0) / first(day_windows) as utilisation
                from lengths group by vessel, day_start, day_end, series, channel),
            vessels as (
                select vessel, day_start, day_end, sum(kwh) as kwh,
                    count(distinct if(kwh > 0, window_end, null)) / first(day_windows) as utilisation
                from lengths group by vessel, day_start, day_end)
            select vessel, day_start, day_end, max(v.kwh) as kwh, max(v.utilisation) as utilisation,
                array_sort(collect_list(struct(c.channel, c.labels, c.kwh, c.mean_kw, c.peak_kw, c.load_factor,
                    c.utilisation))) as channels
            from vessels v join channels c using (vessel, day_start, day_end)
            group by vessel, day_start, day_end
            """;
}
