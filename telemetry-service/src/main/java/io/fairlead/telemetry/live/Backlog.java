package io.fairlead.telemetry.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** What a vessel's listener has missed, read by a consumer of its own until it has caught up. */
final class Backlog {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String vessel;
    private final Vertx vertx;
    private TopicPartition partition;
    private long position;
    private boolean closed;

    Backlog(KafkaConsumer<String, byte[]> consumer, String vessel, Vertx vertx) {
        this.consumer = consumer;
        this.vessel = vessel;
        this.vertx = vertx;
    }

    /**
     * Where the partition ends now.
     *
     * @param from the offset to go on with
     * @return negative when it is not there: forgotten already, or not written yet
     */
    Uni<Long> begin(long from) {
        return away(() -> {
            List<TopicPartition> all = ReadingTopic.partitions(consumer);
            partition = ReadingTopic.of(vessel, all.size());
            consumer.assign(List.of(partition));
            long first = consumer.beginningOffsets(List.of(partition)).get(partition);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            if (from < first || from > end) {
                return -1L;
            }
            consumer.seek(partition, from);
            position = from;
            return end;
        });
    }

    /** The vessel's batches up to an offset, exclusive. */
    Multi<LiveBatch> upTo(long end) {
        return Multi.createBy()
                .repeating()
                .uni(() -> position >= end ? Uni.createFrom().item(List.<LiveBatch>of()) : away(() -> read(end)))
                .whilst(found -> position < end)
                .onItem()
                .transformToMultiAndConcatenate(found -> Multi.createFrom().iterable(found));
    }

    private List<LiveBatch> read(long end) {
        List<LiveBatch> found = new ArrayList<>();
        consumer.poll(WAIT).forEach(record -> {
            if (record.offset() < end && vessel.equals(record.key()) && ReadingTopic.isAccepted(record)) {
                found.add(new LiveBatch(record.offset(), record.value()));
            }
        });
        position = consumer.position(partition);
        if (position > end) {
            // What came with it from behind the end is for the next stretch.
            consumer.seek(partition, end);
            position = end;
        }
        return found;
    }

    private <T> Uni<T> away(Callable<T> work) {
        return vertx.executeBlocking(
                () -> {
                    synchronized (this) {
                        if (closed) {
                            throw new WakeupException();
                        }
                        return work.call();
                    }
                },
                false);
    }

    /** Ends what it does and gives its connection back. */
    void close() {
        consumer.wakeup();
        vertx.executeBlocking(
                        () -> {
                            synchronized (this) {
                                closed = true;
                                consumer.close(WAIT);
                                return null;
                            }
                        },
                        false)
                .subscribe()
                .with(done -> {}, failure -> {});
    }
}
