package io.fairlead.relay.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Spaces the requests of all instances to an upstream: the generic cell rate algorithm (ITU-T I.371) on one row. Each
 * request gets a time at which it is due, in the order of asking, by the database's clock.
 */
@ApplicationScoped
class UpstreamTurns {

    private static final Logger LOG = Logger.getLogger(UpstreamTurns.class);

    /** $2 is the time between two requests, $3 how far ahead of it a burst may run, $4 the longest wait, in seconds. */
    private static final String TAKE =
            """
            insert into upstream_turn as turn (upstream, next_at)
            values ($1, clock_timestamp() + make_interval(secs => $2::float8 - $3::float8))
            on conflict (upstream) do update
                set next_at = greatest(turn.next_at, clock_timestamp() - make_interval(secs => $3::float8))
                    + make_interval(secs => $2::float8)
                where turn.next_at <= clock_timestamp() + make_interval(secs => $4::float8)
            returning extract(epoch from next_at - make_interval(secs => $2::float8) - clock_timestamp())::float8 as wait
            """;

    private static final String PAUSE =
            """
            insert into upstream_turn as turn (upstream, next_at)
            values ($1, clock_timestamp() + make_interval(secs => $2::float8))
            on conflict (upstream) do update set next_at = greatest(turn.next_at, excluded.next_at)
            """;

    private static final String AHEAD =
            """
            select upstream, extract(epoch from next_at - clock_timestamp())::float8 as ahead from upstream_turn
            """;

    private final Pool pool;

    UpstreamTurns(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes a turn.
     *
     * @return how long to wait for it, zero when it is due; empty when that would be longer than the limit's patience
     */
    Uni<Optional<Duration>> take(String upstream, RequestLimit limit) {
        double interval = 1 / limit.perSecond();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(upstream, interval, interval * (limit.burst() - 1), seconds(limit.patience())))
                .map(rows -> rows.size() == 0
                        ? Optional.<Duration>empty()
                        : Optional.of(wait(rows.iterator().next().getDouble("wait"))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("upstream=%s turn=false reason=%s", upstream, failure.getMessage());
                    return Optional.of(Duration.ZERO);
                });
    }

    /** Gives no turn for a while. */
    Uni<Void> pause(String upstream, Duration pause) {
        return pool.preparedQuery(PAUSE)
                .execute(Tuple.of(upstream, seconds(pause)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** How far ahead of now each upstream's next turn is, in seconds; negative where it is overdue. */
    Uni<Map<String, Double>> ahead() {
        return pool.query(AHEAD).execute().map(rows -> {
            Map<String, Double> ahead = new HashMap<>();
            rows.forEach(row -> ahead.put(row.getString("upstream"), row.getDouble("ahead")));
            return ahead;
        });
    }

    private static Duration wait(double seconds) {
        return seconds <= 0 ? Duration.ZERO : Duration.ofNanos((long) (seconds * 1e9));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
