package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.relay.Origin;
import io.fairlead.relay.TestClock;
import io.fairlead.relay.Until;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.upstream.Call;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.fairlead.relay.upstream.Upstreams;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class TwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    MenuUpstream stub;

    Origin origin;

    @Inject
    TestClock clock;

    @Inject
    Upstreams upstreams;

    @Inject
    ResponseCache here;

    @Inject
    PassThrough passThrough;

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
        clock.reset();
        stub.latency(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000, 10_000})
    void shouldAskTheUpstreamOnceHoweverManyWantAColdKeyOfBoth(int callers) {
        stub.latency(Duration.ofMillis(500));
        int before = stub.requests();

        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < callers / 2; i++) {
            calls.add(call(here, upstreams.menu()));
            calls.add(call(other.cache(), upstreams.menu()));
        }
        List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(stub.requests() - before).isEqualTo(1);
        assertThat(answers)
                .hasSize(callers)
                .allMatch(answer -> answer.response().status() == 200);
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

    @Test
    void shouldRevalidateOnceWhenBothServeStale() {
        path = "/" + UUID.randomUUID();
        Upstream open = upstreams.named("origin").orElseThrow();
        CountDownLatch asked = new CountDownLatch(1);
        origin.on(path, (exchange, number) -> {
            if (number == 2) {
                await(asked);
            }
            Origin.send(
                    exchange,
                    200,
                    "answer " + number,
                    "Cache-Control",
                    "max-age=" + (number == 1 ? 60 : 600) + ", stale-while-revalidate=60");
        });
        get(here, open);
        get(other.cache(), open);

        clock.advance(Duration.ofSeconds(90));
        for (int i = 0; i < 10; i++) {
            assertThat(body(get(here, open))).isEqualTo("answer 1");
            assertThat(body(get(other.cache(), open))).isEqualTo("answer 1");
        }
        asked.countDown();

        Until.holds("one has the new answer", () -> body(get(here, open)).equals("answer 2"));
        Until.holds("so has the other", () -> body(get(other.cache(), open)).equals("answer 2"));
        assertThat(origin.asked(path)).hasSize(2);
    }

    @Test
    void shouldForgetWhatACallerOfAnotherInstanceHasChanged() {
        path = "/" + UUID.randomUUID();
        Upstream open = upstreams.named("origin").orElseThrow();
        origin.on(path, 200, "Cache-Control", "max-age=60");
        get(here, open);
        get(other.cache(), open);

        other.purges().invalidate(new CacheKey("origin", path)).await().atMost(PATIENCE);

        Until.holds(
                "the change is heard",
                () -> here.memory().find(new CacheKey("origin", path)).isEmpty());
        assertThat(body(get(here, open))).isEqualTo("answer 2");
        assertThat(body(get(other.cache(), open))).isEqualTo("answer 2");
    }

    @Test
    void shouldForgetWhatACallerHasChangedThatHungUp() {
        path = "/" + UUID.randomUUID();
        Upstream open = upstreams.named("origin").orElseThrow();
        CountDownLatch hungUp = new CountDownLatch(1);
        origin.on(path, (exchange, number) -> {
            if (exchange.getRequestMethod().equals("DELETE")) {
                await(hungUp);
            }
            Origin.send(exchange, 200, "answer " + number, "Cache-Control", "max-age=60");
        });
        get(here, open);

        Cancellable caller = passThrough
                .send(open, Call.of(new RequestHead("DELETE", path, HeaderFields.NONE)))
                .subscribe()
                .with(answer -> {});
        Until.holds("the upstream is asked", () -> origin.asked(path).size() == 2);
        caller.cancel();
        hungUp.countDown();

        Until.holds(
                "it is forgotten",
                () -> here.memory().find(new CacheKey("origin", path)).isEmpty());
    }

    @Test
    void shouldAnswerAHeadFromWhatAnotherInstanceHasKept() {
        get(here, upstreams.menu());

        Answer answer = other.cache()
                .head(upstreams.menu(), Call.of(new RequestHead("HEAD", path, HeaderFields.NONE)))
                .await()
                .atMost(PATIENCE);

        assertThat(answer.status().field()).startsWith("fairlead; hit; ").endsWith("detail=database");
    }

    private static String body(Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
                menu.name(),
                base,
                menu.connectTimeout(),
                timeout,
                menu.maxBody(),
                menu.policy(),
                menu.access(),
                menu.limit());
    }
}
