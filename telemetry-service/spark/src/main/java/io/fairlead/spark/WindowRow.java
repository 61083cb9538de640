package io.fairlead.spark;

import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowFlag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A computed window as a row with the columns of the lake's. */
final class WindowRow {

    /** How many decimals the lake keeps. */
    private static final int SCALE = 18;

    static final StructType SCHEMA = new StructType()
            .add("series", DataTypes.LongType)
            .add("window_end", DataTypes.TimestampType)
            .add("kwh", DataTypes.createDecimalType(38, SCALE))
            .add("mean_kw", DataTypes.createDecimalType(38, SCALE))
            .add("min_kw", DataTypes.createDecimalType(38, SCALE))
            .add("max_kw", DataTypes.createDecimalType(38, SCALE))
            .add("readings", DataTypes.IntegerType)
            .add("coverage_seconds", DataTypes.IntegerType)
            .add("method", DataTypes.StringType)
            .add("flags", DataTypes.createArrayType(DataTypes.StringType));

    private WindowRow() {}

    static Row of(long series, Window window) {
        return RowFactory.create(
                series,
                Timestamp.from(QuarterHours.instant(window.end())),
                decimal(window.kWh()),
                decimal(window.meanKW()),
                decimal(window.minKW()),
                decimal(window.maxKW()),
                window.count(),
                window.coverageSeconds(),
                window.method().text(),
                window.flags().stream().map(WindowFlag::text).sorted().toArray(String[]::new));
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number == null ? null : number.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
