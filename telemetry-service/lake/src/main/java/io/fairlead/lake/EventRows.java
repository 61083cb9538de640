package io.fairlead.lake;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** Turns an event into the rows that it is in its table. */
interface EventRows {

    /**
     * The rows of an event, by column; none for an event that is no concern of the table's.
     *
     * @throws BadEvent when it can never be read
     */
    List<Map<String, Object>> of(SinkRecord record);
}
