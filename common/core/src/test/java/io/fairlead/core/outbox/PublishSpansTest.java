package io.fairlead.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.event.CloudEvents;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PublishSpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CAUSE = "00f067aa0ba902b7";

    private final PublishSpans spans =
            new PublishSpans(SdkTracerProvider.builder().build().get("test"));

    @Test
    void shouldStandBetweenTheCauseAndTheConsumerWhenTheTraceIsSampled() {
        ProducerRecord<String, byte[]> record = record("00-" + TRACE + "-" + CAUSE + "-01");

        List<Span> begun = spans.begin(List.of(record));

        assertThat(begun).hasSize(1);
        ReadableSpan span = (ReadableSpan) begun.get(0);
        assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanContext().getSpanId()).isEqualTo(CAUSE);
        assertThat(span.getName()).isEqualTo("send fleet.vessels");
        assertThat(record.headers().headers("traceparent")).hasSize(1);
        assertThat(CloudEvents.get(record.headers(), "traceparent"))
                .isEqualTo("00-" + TRACE + "-" + span.getSpanContext().getSpanId() + "-01");
    }

    @Test
    void shouldLeaveARecordAloneWhenItsTraceIsNotSampledOrThereIsNone() {
        String parent = "00-" + TRACE + "-" + CAUSE + "-00";
        ProducerRecord<String, byte[]> unsampled = record(parent);
        ProducerRecord<String, byte[]> none = record(null);

        assertThat(spans.begin(List.of(unsampled, none))).isEmpty();
        assertThat(CloudEvents.get(unsampled.headers(), "traceparent")).isEqualTo(parent);
        assertThat(none.headers()).isEmpty();
    }

    private static ProducerRecord<String, byte[]> record(String traceParent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("fleet.vessels", "MV1", new byte[0]);
        if (traceParent != null) {
            CloudEvents.put(record.headers(), "traceparent", traceParent);
        }
        return record;
    }
}
