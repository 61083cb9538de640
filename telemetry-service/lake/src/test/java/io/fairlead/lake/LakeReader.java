package io.fairlead.lake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/** Reads the lake as others do: by Iceberg's own reader, from the folder alone. */
final class LakeReader {

    private final Catalog catalog;

    LakeReader(String warehouse) {
        this.catalog = new HadoopCatalog(new Configuration(), warehouse);
    }

    /** All rows of a table as it is now; none when the table is not there yet. */
    List<Record> rows(LakeTable table) throws IOException {
        List<Record> rows = new ArrayList<>();
        if (catalog.tableExists(table.identifier())) {
            try (CloseableIterable<Record> found =
                    IcebergGenerics.read(catalog.loadTable(table.identifier())).build()) {
                found.forEach(rows::add);
            }
        }
        return rows;
    }

    /** All readings as {@link ReadingsFlow} remembers them. */
    List<String> readings() throws IOException {
        return rows(LakeTable.READINGS).stream().map(LakeReader::text).toList();
    }

    private static String text(Record row) {
        Object value = row.getField("value") == null ? row.getField("text") : row.getField("value");
        return row.getField("vessel") + " " + row.getField("channel") + " "
                + Instant.EPOCH.plusNanos((Long) row.getField("time_ns")) + " " + value;
    }

    /** How many rows a table says that it has; 0 when it is not there yet. */
    long count(LakeTable table) {
        if (!catalog.tableExists(table.identifier())) {
            return 0;
        }
        Snapshot snapshot = catalog.loadTable(table.identifier()).currentSnapshot();
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().get("total-records"));
    }

    /** The partitions in which a table has files. */
    List<String> partitions(LakeTable table) throws IOException {
        Table loaded = catalog.loadTable(table.identifier());
        try (CloseableIterable<FileScanTask> files = loaded.newScan().planFiles()) {
            return StreamSupport.stream(files.spliterator(), false)
                    .map(file -> loaded.spec().partitionToPath(file.file().partition()))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
