package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.relay.OutsideWorld;
import io.fairlead.relay.TestClock;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.Upstreams;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That upstreams are asked no more than they can take. */
@FairleadTest
class LimitTest {

    private static final int KEYS = 20;
    private static final int CALLERS_PER_KEY = 50;

    Origin origin;

    @Inject
    Upstreams upstreams;

    @Inject
    ResponseCache here;

    @Inject
    Instance<OtherInstance> instances;

    @Inject
    TestClock clock;

    @Inject
    Pool pool;

    private OtherInstance other;
    private String path;

    @BeforeEach
    void startOther() {
        path = "/" + UUID.randomUUID();
        other = instances.get();
    }

    @AfterEach
    void mend() {
        other.close();
        clock.reset();
    }

    @Test
    void shouldAnswerAStormOnColdKeysWithinTheLimitOverAllInstances() {
        Bucket bucket = new Bucket(OutsideWorld.LIMIT);
        Queue<Integer> given = new ConcurrentLinkedQueue<>();
        for (int key = 0; key < KEYS; key++) {
            origin.on(path + key, (exchange, number) -> {
                int status = bucket.take() ? 200 : 429;
                given.add(status);
                slowly();
                Origin.send(exchange, status, "good", "Cache-Control", "max-age=60");
            });
        }
        Upstream limited = upstreams.named("limited").orElseThrow();

        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < KEYS * CALLERS_PER_KEY; i++) {
            ResponseCache cache = i % 2 == 0 ? here : other.cache();
            calls.add(cache.get(limited, path + i % KEYS).subscribeAsCompletionStage());
        }

        assertThat(calls).allMatch(call -> call.join().response().status() == 200);
        assertThat(given).hasSize(KEYS).containsOnly(200);
    }

    /** How an upstream counts: so many a second, and as many at once. */
    private static final class Bucket {

        private final double rate;
        private double tokens;
        private long at = System.nanoTime();

        Bucket(double rate) {
            this.rate = rate;
            this.tokens = rate;
        }

        synchronized boolean take() {
            long now = System.nanoTime();
            tokens = Math.min(rate, tokens + (now - at) / 1e9 * rate);
            at = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    /** The upstream itself is slow: this is its work and not a wait for ours. */
    private static void slowly() {
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }

    @Test
    void shouldLeaveALimitedUpstreamAloneForAnHourAtMost() {
        origin.on(path, 429, "Retry-After", "99999999");
        Upstream limited = upstreams.named("limited").orElseThrow();
        Upstream own = new Upstream(
                "a" + UUID.randomUUID(),
                limited.base(),
                limited.connectTimeout(),
                limited.timeout(),
                limited.maxBody(),
                limited.policy(),
                limited.access(),
                limited.limit());

        here.get(own, path).await().atMost(Duration.ofSeconds(10));

        double rest = pool.preparedQuery(
                        "select extract(epoch from next_at - clock_timestamp())::float8 as rest from upstream_turn"
                                + " where upstream = $1")
                .execute(Tuple.of(own.name()))
                .map(rows -> rows.iterator().next().getDouble("rest"))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(rest).isBetween(3500.0, 3600.0);
    }

    @Test
    void shouldLeaveAnUpstreamAloneForAsLongAsItAsks() {
        String resting = "/api/v1/relay/resting";
        origin.on(path, 429, "Retry-After", "30");
        origin.on(
                path + "kept",
                (exchange, number) ->
                        Origin.send(exchange, number == 1 ? 200 : 503, "kept", "Cache-Control", "max-age=1"));
        Http.get(resting + path + "kept").join();

        var refused = Http.get(resting + path).join();
        clock.advance(Duration.ofSeconds(2));
        var sentAway = Http.get(resting + path + "other").join();
        var stale = Http.get(resting + path + "kept").join();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(sentAway.statusCode()).isEqualTo(503);
        assertThat(sentAway.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(20L, 28L);
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(Http.cacheStatus(stale)).endsWith("detail=stale-if-error");
        assertThat(origin.asked(path + "other")).isEmpty();
        assertThat(origin.asked(path + "kept")).hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        assertThat(Http.get(resting + path + "other").join().statusCode()).isEqualTo(404);
    }
}
