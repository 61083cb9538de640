package io.fairlead.core.outbox;

import io.fairlead.core.event.CloudEvents;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Goes on with the traces in which events were made, while they are published: each record of a trace that is sampled gets a
 * span, which its consumers' spans are children of. A record of no such trace costs a look at its headers.
 */
final class PublishSpans {

    private static final String TRACE_PARENT = "traceparent";

    /** How a sampled trace's parent ends: the flag, in hexadecimal. */
    private static final String SAMPLED = "-01";

    private static final TextMapGetter<Headers> READ = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return Set.of(TRACE_PARENT);
        }

        @Override
        public String get(Headers headers, String name) {
            return CloudEvents.get(headers, name);
        }
    };

    private final Tracer tracer;

    PublishSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Begins the spans of what is about to be published, and names them in the records. */
    List<Span> begin(List<ProducerRecord<String, byte[]>> records) {
        return records.stream().flatMap(this::begin).toList();
    }

    private Stream<Span> begin(ProducerRecord<String, byte[]> record) {
        String parent = CloudEvents.get(record.headers(), TRACE_PARENT);
        if (parent == null || !parent.endsWith(SAMPLED)) {
            return Stream.empty();
        }
        Context before = W3CTraceContextPropagator.getInstance().extract(Context.root(), record.headers(), READ);
        Span span = tracer.spanBuilder("send " + record.topic())
                .setParent(before)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.kafka.message.key", record.key())
                .startSpan();
        W3CTraceContextPropagator.getInstance().inject(before.with(span), record.headers(), (headers, name, value) -> {
            headers.remove(name);
            CloudEvents.put(headers, name, value);
        });
        return Stream.of(span);
    }
}
