package io.fairlead.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Streams {@code telemetry.readings} and publishes {@code activity.hourly} for each vessel and hour: how many readings of
 * how many channels there were, and which channels had readings in the hour before and fell silent. An hour is told once,
 * when the readings are {@code --wait} (15 minutes) past its end; what comes later is not counted.
 *
 * <p>{@code --kafka} names the brokers, {@code --checkpoint} the folder from which the job goes on. With
 * {@code --once true} it ends when it has read what is there.
 */
final class HourlyActivity {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SCHEMA =
            "vessel string, tables array<struct<channels: array<struct<channel: string, labels: map<string, string>>>,"
                    + " rows: array<struct<time: timestamp>>>>";

    private final Options options;

    HourlyActivity(Options options) {
        this.options = options;
    }

    int run() throws TimeoutException, StreamingQueryException {
        Lake lake = Lake.open(options);
        boolean once = Boolean.parseBoolean(options.get("once", "false"));
        lake.spark()
                .readStream()
                .format("kafka")
                .options(KafkaAddress.of(options, System.getenv()))
                .option("kafka.isolation.level", "read_committed")
                .option("subscribe", "telemetry.readings")
                .option("startingOffsets", "earliest")
                .option("includeHeaders", "true")
                .load()
                .createOrReplaceTempView("events");
        Dataset<Row> hours = hours(readings(lake));
        Results.records(hours, "/fairlead/spark/activity")
                .writeStream()
                .outputMode(OutputMode.Append())
                .format("kafka")
                .options(KafkaAddress.of(options, System.getenv()))
                .option("topic", Results.TOPIC)
                .option("checkpointLocation", options.required("checkpoint"))
                .trigger(once ? Trigger.AvailableNow() : Trigger.ProcessingTime("10 seconds"))
                .start()
                .awaitTermination();
        lake.spark().stop();
        return 0;
    }

    /** One row for each channel at each time; what ships report is passed over, as it comes again when accepted. */
    private Dataset<Row> readings(Lake lake) {
        Dataset<Row> tables = lake.spark()
                .sql(
                        """
                        select data.vessel as vessel, explode(data.tables) as part from (
                            select from_json(cast(value as string), '%s') as data from events
                            where exists(headers, h -> h.key = 'ce_type'
                                and cast(h.value as string) = 'telemetry.readings.accepted'))
                        """
                                .formatted(SCHEMA));
        return tables.selectExpr("vessel", "part.channels as channels", "explode(part.rows) as row")
                .selectExpr("vessel", "row.time as time", "explode(channels) as of")
                .selectExpr(
                        "vessel",
                        "time",
                        "if(size(of.labels) = 0, of.channel, concat(of.channel, to_json(of.labels))) as channel");
    }

    /** Each reading counts in the hour in which it is, and is remembered in the next. */
    private Dataset<Row> hours(Dataset<Row> readings) {
        Dataset<Row> channels = readings.withWatermark("time", options.get("wait", "15 minutes"))
                .groupBy(window(col("time"), "1 hour"), col("vessel"), col("channel"))
                .agg(count("*").as("readings"))
                .select(
                        window_time(col("window")).as("at"),
                        col("vessel"),
                        struct(col("window.end").as("hour_end"), col("channel"), col("readings"))
                                .as("hour"));
        return channels.groupBy(window(col("at"), "2 hours", "1 hour").as("hours"), col("vessel"))
                .agg(collect_list("hour").as("channels"))
                .map((MapFunction<Row, Row>) HourlyActivity::result, Results.encoder());
    }

    private static Row result(Row row) {
        Instant end = row.<Row>getAs("hours").<Timestamp>getAs("end").toInstant();
        List<Row> channels = row.getList(row.fieldIndex("channels"));
        List<Row> active = channels.stream()
                .filter(channel ->
                        channel.<Timestamp>getAs("hour_end").toInstant().equals(end))
                .toList();
        Set<String> silent = names(channels);
        silent.removeAll(names(active));
        ObjectNode result = ResultJson.of(
                "activity.hourly", row.getAs("vessel"), end.minus(HOUR), end, "hourly-activity", "stream", Map.of());
        ObjectNode value = result.put("type", "object").putObject("value");
        value.put(
                "readings",
                active.stream()
                        .mapToLong(channel -> channel.<Long>getAs("readings"))
                        .sum());
        value.put("channels", active.size());
        ArrayNode list = value.putArray("silentChannels");
        silent.forEach(list::add);
        return Results.row(result);
    }

    private static Set<String> names(List<Row> channels) {
        return channels.stream()
                .map(channel -> channel.<String>getAs("channel"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
