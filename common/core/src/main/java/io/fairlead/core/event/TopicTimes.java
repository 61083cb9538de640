package io.fairlead.core.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Makes the broker stamp the records of topics that were there already, where the catalogue says that it does. A service
 * that may not change topics says so once and goes on: its operators have to.
 */
final class TopicTimes {

    private static final Logger LOG = Logger.getLogger(TopicTimes.class);

    private final Admin admin;
    private final Duration patience;

    TopicTimes(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    void correct(List<String> topics) throws InterruptedException, ExecutionException, TimeoutException {
        List<ConfigResource> stamped = topics.stream()
                .filter(name ->
                        Topics.find(name).map(Topics.Definition::brokerTime).orElse(false))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            Map<ConfigResource, Config> found =
                    admin.describeConfigs(stamped).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            change(stamped.stream().filter(topic -> differs(found.get(topic))).toList());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            LOG.warnf("topics=%s setting=%s changed=false reason=%s", topics, Topics.TIME, e.getMessage());
        }
    }

    private static boolean differs(Config config) {
        return !Topics.BROKER_TIME.equals(config.get(Topics.TIME).value());
    }

    private void change(List<ConfigResource> topics) throws InterruptedException, ExecutionException, TimeoutException {
        AlterConfigOp set =
                new AlterConfigOp(new ConfigEntry(Topics.TIME, Topics.BROKER_TIME), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(topics.stream().collect(Collectors.toMap(topic -> topic, topic -> List.of(set))))
                .all()
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        topics.forEach(topic -> LOG.infof("topic=%s setting=%s changed=true", topic.name(), Topics.TIME));
    }
}
