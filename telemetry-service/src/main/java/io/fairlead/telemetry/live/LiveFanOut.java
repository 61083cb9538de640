package io.fairlead.telemetry.live;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One consumer for all who listen on this instance, from its first listener to its last. A consumer for each would read
 * the whole partition, with all its vessels, as often as somebody listens, and take a thread each.
 */
@ApplicationScoped
class LiveFanOut {

    private static final Logger LOG = Logger.getLogger(LiveFanOut.class);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final ReadingTopic topic;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private KafkaConsumer<String, byte[]> running;

    LiveFanOut(ReadingTopic topic) {
        this.topic = topic;
    }

    /** What the reading thread has to do between two polls. */
    private record Order(Function<Reader, Long> work, CompletableFuture<Long> done) {

        void obey(Reader reader) {
            try {
                done.complete(work.apply(reader));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }
    }

    /** Registers a listener and says from which offset on it gets its vessel's batches. */
    Uni<Long> listen(LiveListener listener) {
        return Uni.createFrom().completionStage(() -> order(reader -> reader.add(listener)));
    }

    void leave(LiveListener listener) {
        order(reader -> reader.remove(listener));
    }

    private synchronized CompletableFuture<Long> order(Function<Reader, Long> work) {
        Order order = new Order(work, new CompletableFuture<>());
        orders.add(order);
        if (running == null) {
            running = topic.open();
            Thread thread = new Thread(new Reader(running), "live-readings");
            thread.setDaemon(true);
            thread.start();
        } else {
            running.wakeup();
        }
        return order.done();
    }

    /** Ends the reader if nobody wants it; what is ordered later starts another. */
    private synchronized boolean ends(Reader reader) {
        if (orders.isEmpty() && reader.listeners.isEmpty()) {
            running = null;
            return true;
        }
        return false;
    }

    private synchronized void fail(RuntimeException e) {
        running = null;
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            order.done().completeExceptionally(e);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (running != null) {
            order(Reader::stop);
        }
    }

    /** The thread that reads. */
    private final class Reader implements Runnable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Map<String, Set<LiveListener>> listeners = new HashMap<>();
        private int partitions;

        Reader(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void run() {
            try (consumer) {
                begin();
                do {
                    obey();
                    read();
                } while (!ends(this));
            } catch (RuntimeException e) {
                LOG.warnf("live=failed listeners=%d reason=%s", listeners.size(), e);
                fail(e);
                listeners.values().forEach(all -> all.forEach(listener -> listener.fail(e)));
            }
        }

        private void begin() {
            while (partitions == 0) {
                try {
                    List<TopicPartition> all = ReadingTopic.partitions(consumer);
                    consumer.assign(all);
                    consumer.seekToEnd(all);
                    all.forEach(consumer::position);
                    partitions = all.size();
                } catch (WakeupException e) {
                    LOG.trace("an order came before the beginning", e);
                }
            }
        }

        private void obey() {
            for (Order order = orders.poll(); order != null; order = orders.poll()) {
                order.obey(this);
            }
        }

        private void read() {
            try {
                requireSamePartitions();
                consumer.poll(WAIT).forEach(this::deliver);
            } catch (WakeupException e) {
                LOG.trace("an order came", e);
            }
        }

        /** With more partitions a vessel's readings come on another one, where ids begin anew: whoever listens has to begin anew too. */
        private void requireSamePartitions() {
            int now = ReadingTopic.partitions(consumer).size();
            if (now != partitions) {
                throw new IllegalStateException("partitions=%d were=%d".formatted(now, partitions));
            }
        }

        private void deliver(ConsumerRecord<String, byte[]> record) {
            Set<LiveListener> interested = listeners.get(record.key());
            if (interested != null && ReadingTopic.isAccepted(record)) {
                LiveBatch batch = new LiveBatch(record.offset(), record.value());
                interested.forEach(listener -> listener.on(batch));
            }
        }

        /** Between two polls: what the next returns begins at the position. */
        long add(LiveListener listener) {
            long begin = consumer.position(ReadingTopic.of(listener.vessel(), partitions));
            listeners
                    .computeIfAbsent(listener.vessel(), first -> new HashSet<>())
                    .add(listener);
            return begin;
        }

        long remove(LiveListener listener) {
            listeners.computeIfPresent(listener.vessel(), (vessel, all) -> {
                all.remove(listener);
                return all.isEmpty() ? null : all;
            });
            return listeners.size();
        }

        long stop() {
            listeners.clear();
            return 0;
        }
    }
}
