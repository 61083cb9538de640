package io.fairlead.core.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end and how far groups have come, as the broker says. Not for several threads at once. */
final class TopicOffsets implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private Admin admin;

    TopicOffsets(Map<String, Object> kafka, String service) {
        settings = new HashMap<>(kafka);
        settings.put("client.id", service + "-metrics");
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
    }

    /** How many records a topic holds. */
    long kept(String topic) throws ExecutionException, TimeoutException, InterruptedException {
        List<TopicPartition> partitions = partitions(List.of(topic));
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .mapToLong(partition -> ends.get(partition) - begins.get(partition))
                .sum();
    }

    /**
     * How far a group has come in a partition.
     *
     * @param finished where its place is
     * @param left how many records are still to be finished
     */
    record Place(TopicPartition partition, long finished, long left) {}

    /**
     * How far a group has come in topics. Where it has no place yet, it is at the beginning. The end of a transaction takes
     * a place in a partition too, which nobody finishes: a last one is not counted.
     */
    List<Place> places(String group, List<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        List<Place> places = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            long finished = Math.max(begins.get(partition), place == null ? 0 : place.offset());
            long left = ends.get(partition) - finished;
            places.add(new Place(partition, finished, left > 1 ? left : 0));
        }
        return places;
    }

    private List<TopicPartition> partitions(Collection<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        return get(admin().describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin().listOffsets(asked).all());
        found.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
