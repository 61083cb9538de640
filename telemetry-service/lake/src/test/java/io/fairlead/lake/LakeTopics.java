package io.fairlead.lake;

import io.fairlead.testkit.RealParts;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the lake reads, as telemetry-service makes them. */
final class LakeTopics {

    private LakeTopics() {}

    static void create() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic("telemetry.readings", 12, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "LogAppendTime")),
                            new NewTopic("telemetry.windows", 12, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }
}
