package io.fairlead.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.iceberg.connect.IcebergSinkConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The topic on which a sink's tasks tell its coordinator which files they wrote.
 *
 * <p>A coordinator that never committed starts at the topic's end. Were it killed after the tasks' first files, and before
 * its own first commit, the next one would not see them, while the offsets of their events are kept: they would be lost.
 * So its place is noted before anything is written.
 */
final class ControlTopic {

    private final IcebergSinkConfig config;

    ControlTopic(IcebergSinkConfig config) {
        this.config = config;
    }

    void prepare() {
        try (Admin admin = Admin.create(Map.copyOf(config.kafkaProps()))) {
            create(admin);
            noteTheCoordinatorsPlace(admin);
        } catch (ExecutionException e) {
            throw new ConnectException("The control topic cannot be prepared.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException(e);
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(config.controlTopic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void noteTheCoordinatorsPlace(Admin admin) throws ExecutionException, InterruptedException {
        String group = config.connectGroupId() + "-coord";
        var noted = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        List<TopicPartition> missing = admin
                .describeTopics(List.of(config.controlTopic()))
                .allTopicNames()
                .get()
                .get(config.controlTopic())
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(config.controlTopic(), partition.partition()))
                .filter(partition -> noted.get(partition) == null)
                .toList();
        if (!missing.isEmpty()) {
            var ends = admin.listOffsets(missing.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            group,
                            ends.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> new OffsetAndMetadata(
                                                    end.getValue().offset()))))
                    .all()
                    .get();
        }
    }
}
