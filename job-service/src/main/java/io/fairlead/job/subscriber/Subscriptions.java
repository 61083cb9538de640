package io.fairlead.job.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Keeps who is told of which job. */
@ApplicationScoped
public class Subscriptions {

    private static final String KEEP =
            """
            insert into job_subscriber (job_id, success_uri, in_progress_uri, failed_uri, base)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
            """;

    /**
     * A job's subscriber.
     *
     * @param base where this API is, as the submitter called it
     */
    public record Subscription(UUID job, Subscriber subscriber, URI base) {}

    /** Keeps them in the transaction in which their jobs were stored. */
    public Uni<Void> keep(SqlConnection transaction, List<Subscription> subscriptions) {
        if (subscriptions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        subscriptions.stream().map(Subscription::job).toArray(UUID[]::new),
                        each(
                                subscriptions,
                                subscription -> subscription.subscriber().successUri()),
                        each(
                                subscriptions,
                                subscription -> subscription.subscriber().inProgressUri()),
                        each(
                                subscriptions,
                                subscription -> subscription.subscriber().failedUri()),
                        each(subscriptions, subscription -> subscription.base().toString())))
                .replaceWithVoid();
    }

    private static String[] each(List<Subscription> subscriptions, Function<Subscription, String> part) {
        return subscriptions.stream().map(part).toArray(String[]::new);
    }
}
