package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.relay.OutsideWorld;
import io.fairlead.relay.TestClock;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.Upstreams;
import io.fairlead.testkit.FairleadTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        for (int key = 0; key < KEYS; key++) {
            origin.on(path + key, (exchange, number) -> {
                times.add(System.nanoTime());
                Origin.send(exchange, 200, "good", "Cache-Control", "max-age=60");
            });
        }
        Upstream limited = upstreams.named("limited").orElseThrow();

        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < KEYS * CALLERS_PER_KEY; i++) {
            ResponseCache cache = i % 2 == 0 ? here : other.cache();
            calls.add(cache.get(limited, path + i % KEYS).subscribeAsCompletionStage());
        }

        assertThat(calls).allMatch(call -> call.join().response().status() == 200);
        assertThat(times).hasSize(KEYS);
        double took = (times.stream().mapToLong(Long::longValue).max().orElseThrow()
                        - times.stream().mapToLong(Long::longValue).min().orElseThrow())
                / 1e9;
        assertThat(took).isGreaterThan((KEYS - 1) / OutsideWorld.LIMIT - 0.1);
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
