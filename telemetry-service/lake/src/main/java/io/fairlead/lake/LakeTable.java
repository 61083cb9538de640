package io.fairlead.lake;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;

import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;

/**
 * The tables of the lake. Each only grows: a row is what one event said, and where in Kafka it stood, so that of two rows
 * about the same thing the newer is known.
 */
public enum LakeTable {
    /**
     * One row for each reading that was accepted. Of rows with the same series, {@code time_ns} and {@code start_ns} the
     * one with the greatest {@code kafka_time}, {@code kafka_offset}, {@code event_row} is right.
     */
    READINGS(
            "telemetry.readings",
            new Schema(
                    required(1, "vessel", StringType.get()),
                    required(2, "series", LongType.get()),
                    required(3, "channel", StringType.get()),
                    required(4, "labels", MapType.ofRequired(5, 6, StringType.get(), StringType.get())),
                    required(7, "quantity", StringType.get()),
                    optional(8, "unit", StringType.get()),
                    required(9, "time", TimestampType.withZone(), "when it was read, or where its interval ends"),
                    optional(10, "start", TimestampType.withZone(), "where its interval begins, if it has one"),
                    required(11, "time_ns", LongType.get(), "the time in nanoseconds since 1970"),
                    optional(12, "start_ns", LongType.get(), "the start in nanoseconds since 1970"),
                    optional(13, "value", DoubleType.get(), "the number, if it is one"),
                    optional(14, "text", StringType.get(), "the value when it is no number"),
                    optional(15, "quality", StringType.get()),
                    required(16, "event_id", StringType.get()),
                    required(17, "event_row", IntegerType.get(), "its place in the event"),
                    required(18, "kafka_partition", IntegerType.get()),
                    required(19, "kafka_offset", LongType.get()),
                    required(20, "kafka_time", TimestampType.withZone())),
            "time"),
    /**
     * One row for each revision of a window, and one more when it is final. Of rows with the same series and
     * {@code window_end} the one with the greatest {@code revision}, {@code kafka_time}, {@code kafka_offset} is right.
     */
    WINDOWS(
            "telemetry.windows",
            new Schema(
                    required(1, "vessel", StringType.get()),
                    required(2, "series", LongType.get()),
                    required(3, "channel", StringType.get()),
                    required(4, "labels", MapType.ofRequired(5, 6, StringType.get(), StringType.get())),
                    required(7, "quantity", StringType.get()),
                    required(8, "window_start", TimestampType.withZone()),
                    required(9, "window_end", TimestampType.withZone()),
                    required(10, "kwh", number()),
                    required(11, "mean_kw", number()),
                    optional(12, "min_kw", number()),
                    optional(13, "max_kw", number()),
                    required(14, "readings", IntegerType.get(), "how many readings or reports it was made from"),
                    required(15, "coverage_seconds", IntegerType.get()),
                    required(16, "method", StringType.get()),
                    required(17, "flags", ListType.ofRequired(18, StringType.get())),
                    required(19, "state", StringType.get()),
                    required(20, "revision", IntegerType.get()),
                    required(21, "event_id", StringType.get()),
                    required(22, "kafka_partition", IntegerType.get()),
                    required(23, "kafka_offset", LongType.get()),
                    required(24, "kafka_time", TimestampType.withZone())),
            "window_start");

    private final String topic;
    private final Schema schema;
    private final String time;

    LakeTable(String topic, Schema schema, String time) {
        this.topic = topic;
        this.schema = schema;
        this.time = time;
    }

    /** More than 18 decimals are rounded, half up. */
    private static DecimalType number() {
        return DecimalType.of(38, 18);
    }

    /** The table that a setting names. */
    static LakeTable of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Its name in the settings. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic whose events it holds, which is also its name. */
    public String topic() {
        return topic;
    }

    /** Its name in the catalog. */
    public TableIdentifier identifier() {
        return TableIdentifier.parse(topic);
    }

    public Schema schema() {
        return schema;
    }

    /** By day and vessel. */
    PartitionSpec partitions() {
        return PartitionSpec.builderFor(schema).day(time).identity("vessel").build();
    }

    /**
     * How it is kept. Row groups are small: the sink has one in memory for each day and vessel that it writes to. Old
     * metadata files go with the commits that make them old.
     */
    Map<String, String> properties() {
        return Map.of(
                "format-version", "2",
                "write.parquet.row-group-size-bytes", "16777216",
                "write.metadata.delete-after-commit.enabled", "true");
    }
}
