package io.fairlead.telemetry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.table.DownloadTurns.Turn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Downloads wait for each other, but nobody for one person alone. */
class DownloadTurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DownloadTurns turns = turns(LONG, meters);

    @Test
    void shouldGrantATurnAtOnceWhenOneIsFree() {
        come(turns.turn("a")).assertCompleted();

        assertThat(active()).isEqualTo(1);
    }

    @Test
    void shouldWaitWhenAPersonHasHalfOfThem() {
        Turn first = turns.turn("a");
        come(first);
        come(turns.turn("a")).assertCompleted();
        var third = come(turns.turn("a")).assertNotTerminated();

        come(turns.turn("b")).assertCompleted();
        first.leave();

        third.assertCompleted();
        assertThat(active()).isEqualTo(3);
    }

    @Test
    void shouldGrantInTheOrderOfComingWhenAllAreTaken() {
        Turn first = turns.turn("a");
        come(first);
        come(turns.turn("a"));
        come(turns.turn("b"));
        come(turns.turn("b"));
        var early = come(turns.turn("c")).assertNotTerminated();
        var late = come(turns.turn("d")).assertNotTerminated();

        first.leave();

        early.assertCompleted();
        late.assertNotTerminated();
    }

    @Test
    void shouldCountATurnOnceWhenItIsLeftTwice() {
        Turn turn = turns.turn("a");
        come(turn);

        turn.leave();
        turn.leave();

        assertThat(active()).isZero();
    }

    @Test
    void shouldGiveUpItsPlaceWhenItIsLeftBeforeItCame() {
        Turn first = turns.turn("a");
        come(first);
        come(turns.turn("a"));
        Turn gone = turns.turn("a");
        come(gone);
        var behind = come(turns.turn("a"));

        gone.leave();
        first.leave();

        behind.assertCompleted();
        assertThat(active()).isEqualTo(2);
    }

    @Test
    void shouldSayWhenToComeAgainWhenNoTurnComes() {
        DownloadTurns busy = turns(Duration.ofMillis(1), new SimpleMeterRegistry());
        come(busy.turn("a"));
        come(busy.turn("a"));
        Turn late = busy.turn("a");

        assertThatThrownBy(() -> late.come().await().indefinitely())
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(503);
                    assertThat(problem.getHeaders()).containsKey("Retry-After");
                });
    }

    private static UniAssertSubscriber<Void> come(Turn turn) {
        return turn.come().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private double active() {
        return meters.get("fairlead.downloads.active").gauge().value();
    }

    private static DownloadTurns turns(Duration patience, SimpleMeterRegistry meters) {
        return new DownloadTurns(
                new DownloadRules() {
                    @Override
                    public OptionalInt atOnce() {
                        return OptionalInt.of(4);
                    }

                    @Override
                    public Duration patience() {
                        return patience;
                    }
                },
                meters);
    }
}
