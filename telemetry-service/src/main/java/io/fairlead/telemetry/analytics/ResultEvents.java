package io.fairlead.telemetry.analytics;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.inbox.Inbox;
import io.fairlead.core.inbox.ReceivedEvent;
import io.fairlead.core.problem.FieldError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what data science publishes on {@code analytics.results}; what came by HTTP and went out there is skipped. */
@ApplicationScoped
public class ResultEvents {

    private static final int MOST_FAULTS_TOLD = 5;

    private final Inbox inbox;
    private final ResultTable table;
    private final ResultVessels vessels;
    private final String own;

    ResultEvents(
            Inbox inbox,
            ResultTable table,
            ResultVessels vessels,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.table = table;
        this.vessels = vessels;
        this.own = "/fairlead/" + service;
    }

    @Incoming("analytics-results")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return own.equals(CloudEvents.get(record.headers(), "ce_source"))
                ? Uni.createFrom().voidItem()
                : inbox.apply(record, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, ReceivedEvent event) {
        NewResult result = read(event);
        return vessels.missing(transaction, List.of(result))
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw new BadEvent("there is no vessel " + result.vessel());
                    }
                })
                .chain(() -> table.keep(transaction, List.of(result), event.source()))
                .replaceWithVoid();
    }

    private static NewResult read(ReceivedEvent event) {
        if (!PublishedResult.TYPE.equals(event.type())) {
            throw new BadEvent("its type is not " + PublishedResult.TYPE);
        }
        if (event.data() == null) {
            throw new BadEvent("it has no data");
        }
        List<FieldError> errors = new ArrayList<>();
        NewResult result = new ResultReader(errors, false).read(event.data(), "");
        if (!errors.isEmpty()) {
            throw new BadEvent(errors.stream()
                    .limit(MOST_FAULTS_TOLD)
                    .map(error -> error.pointer() + " " + error.detail())
                    .collect(Collectors.joining("; ")));
        }
        return result;
    }
}
