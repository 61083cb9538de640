package io.fairlead.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import io.fairlead.core.event.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutboxRecordsTest {

    private static final OffsetDateTime TIME = OffsetDateTime.of(2026, 1, 31, 4, 0, 0, 0, ZoneOffset.UTC);
    private static final OutboxRecords RECORDS = new OutboxRecords("/fairlead/test", Map.of("pairs", new Pairs()));

    /** Joins two neighbours each. */
    private static final class Pairs implements Rendering {

        @Override
        public String name() {
            return "pairs";
        }

        @Override
        public List<Rendered> render(List<byte[]> compact) {
            List<Rendered> rendered = new ArrayList<>();
            for (int i = 0; i < compact.size(); i += 2) {
                String pair = text(compact.get(i)) + (i + 1 < compact.size() ? text(compact.get(i + 1)) : "");
                rendered.add(new Rendered(pair.length(), pair.getBytes(StandardCharsets.UTF_8)));
            }
            return rendered;
        }
    }

    @Test
    void shouldJoinWhatHasOneKeyWhenTheRenderingDoes() {
        var records =
                RECORDS.of(List.of(pair(1, "k", "a"), pair(2, "other", "x"), pair(3, "k", "b"), pair(4, "k", "c")));

        assertThat(records).extracting(ProducerRecord::key).containsExactly("k", "k", "other");
        assertThat(records).extracting(record -> text(record.value())).containsExactly("ab", "c", "x");
        assertThat(records.get(1)).extracting(OutboxRecordsTest::id).isEqualTo("event-4");
    }

    @Test
    void shouldNameTheSameEventsTheSameWhenPublishedAgain() {
        var once = RECORDS.of(List.of(pair(1, "k", "a"), pair(2, "k", "b")));
        var again = RECORDS.of(List.of(pair(1, "k", "a"), pair(2, "k", "b"), pair(3, "k", "c")));
        var otherwise = RECORDS.of(List.of(pair(2, "k", "b"), pair(3, "k", "c")));

        assertThat(id(again.get(0))).isEqualTo(id(once.get(0)));
        assertThat(id(otherwise.get(0))).isNotEqualTo(id(once.get(0)));
    }

    @Test
    void shouldTellALargeEventInPiecesThatAreNamedTheSameEachTime() {
        Rendering letters = new Rendering() {
            @Override
            public String name() {
                return "pairs";
            }

            @Override
            public List<Rendered> render(List<byte[]> compact) {
                return List.of(
                        new Rendered(0, new byte[] {'a'}),
                        new Rendered(0, new byte[] {'b'}),
                        new Rendered(1, new byte[] {'c'}));
            }
        };
        OutboxRecords large = new OutboxRecords("/fairlead/test", Map.of("pairs", letters));

        var records = large.of(List.of(pair(1, "k", "abc")));
        var again = large.of(List.of(pair(1, "k", "abc")));

        assertThat(records).extracting(record -> text(record.value())).containsExactly("a", "b", "c");
        assertThat(records)
                .extracting(OutboxRecordsTest::id)
                .doesNotHaveDuplicates()
                .contains("event-1", atIndex(2));
        assertThat(records)
                .extracting(OutboxRecordsTest::id)
                .containsExactlyElementsOf(
                        again.stream().map(OutboxRecordsTest::id).toList());
    }

    @Test
    void shouldKeepTheOrderOfAKeyWhenSomeOfItsEventsHaveNoRendering() {
        var records = RECORDS.of(List.of(pair(1, "k", "a"), plain(2, "k", "b"), pair(3, "k", "c"), pair(4, "k", "d")));

        assertThat(records).extracting(record -> text(record.value())).containsExactly("a", "b", "cd");
    }

    @Test
    void shouldRefuseWhenARenderingLeavesEventsOut() {
        Rendering careless = new Rendering() {
            @Override
            public String name() {
                return "pairs";
            }

            @Override
            public List<Rendered> render(List<byte[]> compact) {
                return List.of(new Rendered(1, compact.get(0)));
            }
        };
        OutboxRecords records = new OutboxRecords("/fairlead/test", Map.of("pairs", careless));

        assertThatThrownBy(() -> records.of(List.of(pair(1, "k", "a"), pair(2, "k", "b"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PendingEvent pair(long id, String key, String data) {
        return event(id, key, "pairs", data);
    }

    private static PendingEvent plain(long id, String key, String data) {
        return event(id, key, null, data);
    }

    private static PendingEvent event(long id, String key, String rendering, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return new PendingEvent(id, "event-" + id, "topic", key, "type", TIME, null, rendering, bytes);
    }

    private static String id(ProducerRecord<String, byte[]> record) {
        return CloudEvents.get(record.headers(), "ce_id");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
