package io.fairlead.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.connect.IcebergSinkConfig;
import org.apache.iceberg.exceptions.AlreadyExistsException;

/** The catalog in which the lake's tables stand. */
final class LakeCatalog implements AutoCloseable {

    private static final List<String> HADOOP_FILES = List.of("core-site.xml", "hdfs-site.xml");

    private final Catalog catalog;

    private LakeCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog of a sink's settings, {@code iceberg.catalog.*} and {@code iceberg.hadoop.*}. */
    static LakeCatalog open(IcebergSinkConfig config) {
        Configuration hadoop = new Configuration();
        if (config.hadoopConfDir() != null) {
            HADOOP_FILES.stream()
                    .map(name -> Path.of(config.hadoopConfDir(), name))
                    .filter(Files::isRegularFile)
                    .forEach(file -> hadoop.addResource(new org.apache.hadoop.fs.Path(file.toUri())));
        }
        config.hadoopProps().forEach(hadoop::set);
        return new LakeCatalog(CatalogUtil.buildIcebergCatalog(config.catalogName(), config.catalogProps(), hadoop));
    }

    /** Makes a table if it is missing, and adds the columns that it lacks. */
    void ensure(LakeTable wanted) {
        if (!catalog.tableExists(wanted.identifier())) {
            create(wanted);
        }
        Table table = catalog.loadTable(wanted.identifier());
        Schema schema = table.schema();
        if (wanted.schema().columns().stream().anyMatch(column -> schema.findField(column.name()) == null)) {
            table.updateSchema().unionByNameWith(wanted.schema()).commit();
        }
    }

    private void create(LakeTable wanted) {
        try {
            if (catalog instanceof SupportsNamespaces namespaces
                    && !namespaces.namespaceExists(wanted.identifier().namespace())) {
                namespaces.createNamespace(wanted.identifier().namespace());
            }
        } catch (AlreadyExistsException e) {
            // the other table's connector made it meanwhile
        }
        try {
            catalog.createTable(wanted.identifier(), wanted.schema(), wanted.partitions(), wanted.properties());
        } catch (AlreadyExistsException e) {
            // another worker made it meanwhile
        }
    }

    @Override
    public void close() {
        if (catalog instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
