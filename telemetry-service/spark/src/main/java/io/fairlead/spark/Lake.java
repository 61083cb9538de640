package io.fairlead.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lake's tables as they are: of several rows about the same thing only the newest. */
final class Lake {

    private final SparkSession spark;

    private Lake(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * The lake in catalog {@code lake}. {@code --warehouse} names the folder of a Hadoop catalog; without it the catalog is
     * configured as Spark's own settings say, {@code spark.sql.catalog.lake.*}.
     */
    static Lake open(Options options) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("fairlead")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
        options.find("warehouse").ifPresent(warehouse -> builder.config(
                        "spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.lake.type", "hadoop")
                .config("spark.sql.catalog.lake.warehouse", warehouse));
        return new Lake(builder.getOrCreate());
    }

    SparkSession spark() {
        return spark;
    }

    /** The id of a table's snapshot that is read now, by which a result can be made again. */
    String snapshot(String table) {
        return spark.sql("select snapshot_id from lake.telemetry." + table + ".refs where name = 'main'")
                        .first()
                        .get(0) + "";
    }

    /** Each reading once, as it was corrected last. */
    Dataset<Row> readings() {
        return spark.sql(
                """
                select series, time_ns, at_ns as start_ns, newest.* from (
                    select series, time_ns, coalesce(start_ns, time_ns) as at_ns,
                        max_by(struct(vessel, channel, labels, quantity, unit, value, text),
                            struct(kafka_time, kafka_offset, event_row)) as newest
                    from lake.telemetry.readings group by 1, 2, 3)
                """);
    }

    /** Each window once, in its newest revision. */
    Dataset<Row> windows() {
        return spark.sql(
                """
                select series, window_end, newest.* from (
                    select series, window_end,
                        max_by(struct(vessel, channel, labels, quantity, window_start, kwh, mean_kw, min_kw, max_kw,
                                readings, coverage_seconds, method, flags, state, revision),
                            struct(revision, kafka_time, kafka_offset)) as newest
                    from lake.telemetry.windows group by 1, 2)
                """);
    }
}
