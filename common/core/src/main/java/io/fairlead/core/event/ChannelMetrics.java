package io.fairlead.core.event;

import io.fairlead.core.event.TopicOffsets.Place;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How far each channel is behind its topics, and what it has laid aside. Read from the broker, not from the consumer: the
 * consumer's own figure stands still when it is stuck, which is when somebody should know. The same on every instance.
 */
@ApplicationScoped
public class ChannelMetrics {

    private static final Logger LOG = Logger.getLogger(ChannelMetrics.class);

    private final String service;
    private final List<Channel> channels;
    private final MultiGauge lag;
    private final MultiGauge finished;
    private final TopicOffsets offsets;
    private volatile double deadLetters = Double.NaN;

    ChannelMetrics(
            @Any @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Config config,
            MeterRegistry meters) {
        this.service = service;
        this.channels = Channel.all(config);
        this.offsets = new TopicOffsets(kafka, service);
        this.lag = MultiGauge.builder("fairlead.channel.lag")
                .description("Records of a partition that a channel has not finished")
                .baseUnit("records")
                .register(meters);
        this.finished = MultiGauge.builder("fairlead.channel.finished")
                .description("How far a channel has come in a partition")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("fairlead.dead.letters", this, now -> now.deadLetters)
                .description("Records that could not be applied and are kept as the service's dead letters")
                .baseUnit("records")
                .register(meters);
    }

    /** Measures both. */
    @Scheduled(
            every = "${fairlead.metrics.every}",
            delayed = "${fairlead.metrics.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void measure() {
        try {
            deadLetters = offsets.kept(service + ".dead-letters");
            List<Row<?>> left = new ArrayList<>();
            List<Row<?>> done = new ArrayList<>();
            for (Channel channel : channels) {
                for (Place place : offsets.places(channel.group(), channel.topics())) {
                    left.add(Row.of(tags(channel, place), place.left()));
                    done.add(Row.of(tags(channel, place), place.finished()));
                }
            }
            lag.register(left, true);
            finished.register(done, true);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("channels=unmeasured reason=%s", e.getMessage());
            deadLetters = Double.NaN;
            lag.register(List.of(), true);
            finished.register(List.of(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Tags tags(Channel channel, Place place) {
        return Tags.of(
                "channel", channel.name(),
                "topic", place.partition().topic(),
                "partition", Integer.toString(place.partition().partition()));
    }

    @PreDestroy
    void close() {
        offsets.close();
    }
}
