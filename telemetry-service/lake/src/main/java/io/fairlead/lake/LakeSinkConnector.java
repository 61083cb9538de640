package io.fairlead.lake;

import java.util.Map;
import org.apache.iceberg.connect.IcebergSinkConfig;
import org.apache.iceberg.connect.IcebergSinkConnector;
import org.apache.kafka.connect.connector.Task;

/**
 * Iceberg's sink for the suite's events. Takes all settings of {@link IcebergSinkConnector} and one more, which table it
 * fills. Makes the table and Iceberg's control topic where they are missing.
 */
public class LakeSinkConnector extends IcebergSinkConnector {

    /** The setting that names the table: {@code readings} or {@code windows}. */
    static final String TABLE = "fairlead.lake.table";

    @Override
    public void start(Map<String, String> settings) {
        super.start(settings);
        IcebergSinkConfig config = new IcebergSinkConfig(settings);
        new ControlTopic(config).prepare();
        try (LakeCatalog catalog = LakeCatalog.open(config)) {
            catalog.ensure(LakeTable.of(settings.get(TABLE)));
        }
    }

    @Override
    public Class<? extends Task> taskClass() {
        return LakeSinkTask.class;
    }
}
