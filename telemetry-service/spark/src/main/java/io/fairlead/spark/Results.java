package io.fairlead.spark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Results as records of {@code analytics.results}: CloudEvents 1.0 in binary mode. An event's id follows from what it
 * says, so that a result that is sent again, as Spark may after a failure, is known by those who read it.
 */
final class Results {

    static final String TOPIC = "analytics.results";

    /** A record to be: its vessel and its event's JSON. */
    static final StructType SCHEMA =
            new StructType().add("vessel", DataTypes.StringType).add("data", DataTypes.StringType);

    private Results() {}

    static org.apache.spark.sql.Encoder<Row> encoder() {
        return Encoders.row(SCHEMA);
    }

    static Row row(ObjectNode result) {
        return RowFactory.create(result.get("vessel").textValue(), ResultJson.text(result));
    }

    /** The records of results, as Spark's Kafka sink takes them. */
    static Dataset<Row> records(Dataset<Row> results, String source) {
        return results.selectExpr(
                "vessel as key",
                "data as value",
                """
                array(
                    named_struct('key', 'ce_specversion', 'value', cast('1.0' as binary)),
                    named_struct('key', 'ce_id', 'value', cast(sha1(data) as binary)),
                    named_struct('key', 'ce_source', 'value', cast('%s' as binary)),
                    named_struct('key', 'ce_type', 'value', cast('analytics.result.published' as binary)),
                    named_struct('key', 'ce_time', 'value',
                        cast(date_format(current_timestamp(), "yyyy-MM-dd'T'HH:mm:ss'Z'") as binary)),
                    named_struct('key', 'ce_subject', 'value', cast(vessel as binary)),
                    named_struct('key', 'content-type', 'value', cast('application/json' as binary))) as headers
                """
                        .formatted(source));
    }
}
