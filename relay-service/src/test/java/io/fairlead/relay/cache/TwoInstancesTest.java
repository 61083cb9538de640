package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.relay.Until;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.fairlead.relay.upstream.Upstreams;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class TwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    MenuUpstream stub;

    @Inject
    Upstreams upstreams;

    @Inject
    ResponseCache here;

    @Inject
    FetchLease lease;

    @Inject
    Instance<OtherInstance> instances;

    private OtherInstance other;
    private String path;

    @BeforeEach
    void startOther() {
        path = "/api/restaurant/quayside?n=" + UUID.randomUUID();
        other = instances.get();
    }

    @AfterEach
    void mend() {
        other.close();
        stub.latency(Duration.ZERO);
    }

    @Test
    void shouldAskTheUpstreamOnceWhenBothWantAColdKey() {
        stub.latency(Duration.ofMillis(500));
        int before = stub.requests();

        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(call(here, upstreams.menu()));
            calls.add(call(other.cache(), upstreams.menu()));
        }
        List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(stub.requests() - before).isEqualTo(1);
        assertThat(answers).allMatch(answer -> answer.response().status() == 200);
    }

    @Test
    void shouldFetchItselfWhenTheOneThatWasToFetchIsGone() {
        CacheKey key = new CacheKey("menu", path);
        lease.claim(new FetchLease.Right(key, "menu" + path + "\n", UUID.randomUUID()), Duration.ofMillis(1))
                .await()
                .atMost(PATIENCE);

        Answer answer = get(other.cache(), upstreams.menu());

        assertThat(answer.response().status()).isEqualTo(200);
    }

    @Test
    void shouldAnswerFromTheDatabaseWhenStartedWhileTheUpstreamIsDown() {
        get(here, upstreams.menu());

        Answer answer = get(other.cache(), down());

        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(answer.status().field()).startsWith("fairlead; hit; ").endsWith("detail=database");
    }

    @Test
    void shouldFailWhenTheUpstreamIsDownAndNothingIsKept() {
        Uni<Answer> answer = here.get(down(), path);

        assertThat(answer.onItemOrFailure()
                        .<Throwable>transform((item, failure) -> failure)
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOfSatisfying(UpstreamFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(UpstreamFailure.Kind.UNREACHABLE));
    }

    @Test
    void shouldForgetWhatAnotherInstancePurges() {
        get(here, upstreams.menu());
        assertThat(get(here, upstreams.menu()).status().field()).contains("detail=memory");

        other.purges().purge("menu" + path).await().atMost(PATIENCE);

        Until.holds(
                "the purge is heard",
                () -> here.memory().find(new CacheKey("menu", path)).isEmpty());
        assertThat(get(here, upstreams.menu()).status().field()).contains("fwd=uri-miss");
    }

    private Answer get(ResponseCache cache, Upstream upstream) {
        return cache.get(upstream, path).await().atMost(PATIENCE);
    }

    private CompletableFuture<Answer> call(ResponseCache cache, Upstream upstream) {
        return cache.get(upstream, path).subscribeAsCompletionStage();
    }

    private Upstream down() {
        return copy(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(2));
    }

    private Upstream copy(URI base, Duration timeout) {
        Upstream menu = upstreams.menu();
        return new Upstream(
                menu.name(), base, menu.connectTimeout(), timeout, menu.maxBody(), menu.policy(), menu.access());
    }
}
