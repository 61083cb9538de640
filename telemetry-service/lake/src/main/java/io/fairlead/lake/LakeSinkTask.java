package io.fairlead.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.iceberg.connect.IcebergSinkTask;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Turns each event into its rows before Iceberg's task writes them. All rows of an event carry its offset and are handed
 * over together, so they are committed together with that offset, or not at all.
 */
public class LakeSinkTask extends IcebergSinkTask {

    /** About so many rows are handed over at once: an event of 1 MiB may be 50,000. */
    private static final int ENOUGH = 20_000;

    private EventRows events;

    @Override
    public void start(Map<String, String> settings) {
        events = switch (LakeTable.of(settings.get(LakeSinkConnector.TABLE))) {
            case READINGS -> new ReadingRows();
            case WINDOWS -> new WindowRows();
        };
        super.start(settings);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        List<SinkRecord> rows = new ArrayList<>();
        for (SinkRecord record : records) {
            rows.addAll(rows(record));
            if (rows.size() >= ENOUGH) {
                super.put(rows);
                rows = new ArrayList<>();
            }
        }
        super.put(rows);
    }

    /** The rows of an event; for one that has none a record without a value, by which its offset is kept all the same. */
    private List<SinkRecord> rows(SinkRecord record) {
        if (record.value() == null) {
            return List.of(record);
        }
        try {
            List<Map<String, Object>> rows = events.of(record);
            return rows.isEmpty()
                    ? List.of(with(record, null))
                    : rows.stream().map(row -> with(record, row)).toList();
        } catch (BadEvent e) {
            report(record, e);
            return List.of(with(record, null));
        }
    }

    /** Returns when the dead letter is in Kafka: only then may the event's offset be kept. */
    private void report(SinkRecord record, BadEvent reason) {
        if (context.errantRecordReporter() == null) {
            throw reason;
        }
        try {
            context.errantRecordReporter().report(record, reason).get();
        } catch (ExecutionException e) {
            throw new ConnectException("A dead letter could not be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException(e);
        }
    }

    private static SinkRecord with(SinkRecord record, Object value) {
        return new SinkRecord(
                record.topic(),
                record.kafkaPartition(),
                null,
                null,
                null,
                value,
                record.kafkaOffset(),
                record.timestamp(),
                record.timestampType());
    }
}
