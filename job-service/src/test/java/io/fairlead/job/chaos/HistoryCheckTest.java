package io.fairlead.job.chaos;

import static io.fairlead.job.queue.JobState.CANCELLING;
import static io.fairlead.job.queue.JobState.DISMISSED;
import static io.fairlead.job.queue.JobState.QUEUED;
import static io.fairlead.job.queue.JobState.RETRY_WAIT;
import static io.fairlead.job.queue.JobState.SUCCESSFUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.chaos.History.Attempt;
import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Outage;
import io.fairlead.job.chaos.History.Result;
import io.fairlead.job.chaos.History.Seat;
import io.fairlead.job.chaos.History.Told;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker finds what is wrong, and nothing where nothing is. */
class HistoryCheckTest {

    private final Lives lives = new Lives();

    private Lives accepted() {
        return lives.to(QUEUED, "job.accepted");
    }

    /** Lost by its first worker, failed once, done by its third. */
    private Lives successful() {
        return accepted()
                .claimedBy("a")
                .seat(1, 1, true)
                .after(Lives.LEASE)
                .to(QUEUED, "job.retrying")
                .seat(1, 1, false)
                .endedBy("a", "crash")
                .claimedBy("b")
                .seat(1, 2, true)
                .to(RETRY_WAIT, "job.retrying")
                .seat(1, 2, false)
                .endedBy("b", "error")
                .silentlyTo(QUEUED)
                .claimedBy("c")
                .seat(1, 3, true)
                .to(SUCCESSFUL, "job.successful")
                .seat(1, 3, false)
                .endedBy("c", "successful")
                .withResults(3);
    }

    private void assertViolation(String text) {
        assertThat(lives.violations())
                .anySatisfy(violation -> assertThat(violation).contains(text));
    }

    @Test
    void shouldFindNothingWhereEveryPromiseWasKept() {
        successful();
        lives.told.add(2, lives.told.get(1));

        assertThat(lives.violations()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenADismissedJobsWorkerLetsGo() {
        accepted().claimedBy("a").calledOff("a").to(DISMISSED, "job.dismissed").endedBy("a", "dismissed");

        assertThat(lives.violations()).isEmpty();
    }

    @Test
    void shouldFindAJobThatWasLost() {
        assertViolation("was accepted and is not there");
    }

    @Test
    void shouldFindAJobThatNobodyWasTold() {
        successful();
        lives.changes.add(new Change(new UUID(0, 2), 1, QUEUED, 0, null, null, lives.now, 99));

        assertViolation("nobody was told");
    }

    @Test
    void shouldFindAJobWithoutAnEnd() {
        accepted().claimedBy("a");

        assertViolation("has not ended");
    }

    @Test
    void shouldFindASecondEnd() {
        successful().to(DISMISSED, "job.dismissed");

        assertViolation("took a step that there is not");
    }

    @Test
    void shouldFindADismissedJobThatTurnsSuccessful() {
        accepted()
                .claimedBy("a")
                .calledOff("a")
                .to(SUCCESSFUL, "job.successful")
                .endedBy("a", "successful")
                .withResults(1);

        assertViolation("was dismissed and ended otherwise");
        assertViolation("took a step that there is not");
    }

    @Test
    void shouldFindResultsOfAStaleAttempt() {
        successful();
        lives.results.set(0, new Result(lives.job, 1));

        assertViolation("results of a stale attempt");
    }

    @Test
    void shouldFindAnEndingByAnotherWorker() {
        successful();
        lives.attempts.set(2, new Attempt(lives.job, 3, "a", "successful"));

        assertViolation("ended by another than who had it");
    }

    @Test
    void shouldFindAnAttemptWithoutARow() {
        successful();
        lives.attempts.remove(0);

        assertViolation("has not one row for attempt 1");
    }

    @Test
    void shouldFindResultsOfAJobThatFailed() {
        accepted()
                .claimedBy("a")
                .to(RETRY_WAIT, "job.retrying")
                .endedBy("a", "error")
                .withResults(1);

        assertViolation("with results");
    }

    @Test
    void shouldFindALeaseThatChangedHands() {
        accepted().claimedBy("a");
        Change claim = lives.changes.get(1);
        lives.changes.add(new Change(
                claim.job(),
                claim.version(),
                claim.state(),
                1,
                "b",
                claim.leaseUntil(),
                claim.at(),
                claim.transaction()));

        assertViolation("changed without a new version");
    }

    @Test
    void shouldFindAnEventThatIsMissing() {
        successful();
        lives.told.remove(3);

        assertViolation("was told of as");
    }

    @Test
    void shouldFindEventsOutOfOrder() {
        successful();
        Collections.swap(lives.told, 1, 2);

        assertViolation("was told of as");
    }

    @Test
    void shouldFindAnEventThatIsToldTwiceUnderTwoIds() {
        successful();
        Told event = lives.told.get(1);
        lives.told.add(
                2, new Told(event.job(), "other", event.type(), event.version(), event.state(), event.attempt()));

        assertViolation("was told of as");
    }

    @Test
    void shouldFindAnEventOfTheWrongState() {
        successful();
        Told event = lives.told.get(1);
        lives.told.set(1, new Told(event.job(), event.id(), event.type(), event.version(), CANCELLING, 1));

        assertViolation("tells wrong");
    }

    @Test
    void shouldFindASeatHeldByTwo() {
        successful();
        lives.seats.remove(1);

        assertViolation("was taken while it was held");
    }

    @Test
    void shouldFindASeatThatIsNeverFreed() {
        successful();
        lives.seats.remove(5);

        assertViolation("was never freed");
    }

    @Test
    void shouldFindASeatThatIsFreedWhileItsJobRuns() {
        accepted().claimedBy("a").seat(1, 1, true).silentlyTo(QUEUED);
        Seat taken = lives.seats.get(0);
        lives.seats.add(new Seat("engine", 1, 1, null, null, lives.now, taken.transaction()));

        assertViolation("attempt did not end");
    }

    @Test
    void shouldFindASeatThatLeaksPastItsLease() {
        accepted()
                .claimedBy("a")
                .seat(1, 1, true)
                .after(Lives.LEASE.plusSeconds(3))
                .to(QUEUED, "job.retrying")
                .seat(1, 1, false);

        assertViolation("held for too long");
    }

    @Test
    void shouldForgiveALateSeatForTheTimeThatTheDatabaseWasAway() {
        accepted().claimedBy("a").seat(1, 1, true);
        lives.outages.add(new Outage(lives.now.plusSeconds(1), lives.now.plusSeconds(5)));
        lives.after(Lives.LEASE.plus(Duration.ofSeconds(3)))
                .to(QUEUED, "job.retrying")
                .seat(1, 1, false);

        assertThat(lives.violations())
                .noneSatisfy(violation -> assertThat(violation).contains("held for too long"));
    }
}
