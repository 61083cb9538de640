package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitersTest {

    private static final Upstream UPSTREAM = new Upstream(
            "a",
            URI.create("http://127.0.0.1"),
            Duration.ZERO,
            Duration.ZERO,
            0,
            new CachePolicy(Duration.ZERO, Duration.ZERO, false),
            new Upstream.Access(Set.of(), Set.of(), Optional.empty(), false),
            Optional.empty());

    private final Waiters waiters = new Waiters(2);

    @Test
    void shouldSendAwayWhoComesWhenItIsFullAndAdmitAgainWhenOneHasGone() {
        CompletableFuture<Answer> first = wait(new CompletableFuture<>());
        wait(new CompletableFuture<>());

        UpstreamFailure failure = catchThrowableOfType(
                UpstreamFailure.class,
                () -> admit(new CompletableFuture<>()).await().indefinitely());
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(1));

        first.complete(null);
        assertThat(admit(CompletableFuture.completedFuture(null)).await().indefinitely())
                .isNull();
    }

    @Test
    void shouldAdmitAgainWhenOneGaveUp() {
        for (int i = 0; i < 10; i++) {
            admit(new CompletableFuture<>()).subscribe().with(answer -> {}).cancel();
        }

        assertThat(admit(CompletableFuture.completedFuture(null)).await().indefinitely())
                .isNull();
    }

    /** Both are ends to Mutiny, and which comes first is a race. */
    @Test
    void shouldCountACallerOnceWhenItHangsUpAsItsAnswerComes() {
        for (int i = 0; i < 20_000; i++) {
            CompletableFuture<Answer> work = new CompletableFuture<>();
            Cancellable caller = admit(work).subscribe().with(answer -> {});
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> work.complete(null));
            caller.cancel();
            answer.join();
        }

        assertThat(waiters.waiting()).isZero();
    }

    @Test
    void shouldCountNobodyWhoDoesNotAsk() {
        admit(new CompletableFuture<>());

        assertThat(waiters.waiting()).isZero();
    }

    private CompletableFuture<Answer> wait(CompletableFuture<Answer> work) {
        admit(work).subscribe().with(answer -> {});
        return work;
    }

    private Uni<Answer> admit(CompletableFuture<Answer> work) {
        return waiters.admit(UPSTREAM, () -> Uni.createFrom().completionStage(work));
    }
}
