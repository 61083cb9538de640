package io.fairlead.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Event;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.store.TelemetryEvents.ReadingsRejected;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TelemetryEventsTest {

    private static final int RECORD = 1_048_576;

    @Test
    void shouldTellManyRejectedReadingsInEventsThatARecordTakes() throws JsonProcessingException {
        List<RejectedReading> rejected = IntStream.range(0, 1201)
                .mapToObj(i -> new RejectedReading(
                        "#/readings/" + i, "\u20ac".repeat(255), "2026-01-31T04:00:00Z", "", "There is no value."))
                .toList();

        List<Event> events = TelemetryEvents.rejected(1, new Batch("MV101", "iso19848", List.of(), 0, rejected));

        assertThat(events)
                .flatExtracting(event -> ((ReadingsRejected) event.data()).readings())
                .containsExactlyElementsOf(rejected);
        for (Event event : events) {
            assertThat(new ObjectMapper().writeValueAsBytes(event.data()).length)
                    .isLessThan(RECORD);
        }
    }
}
