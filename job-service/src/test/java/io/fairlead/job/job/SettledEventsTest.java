package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.identity.VesselScope;
import io.fairlead.job.JobEvents;
import io.fairlead.job.project.Person;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was drawn first is committed last. */
@FairleadTest
@Timeout(60)
class SettledEventsTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Person ADMIN = new Person("admin", "admin", true, VesselScope.of(null));
    private static final String INSERT =
            "insert into job_event (job_id, version, type, data) values ($1, $2, 'test', '{}') returning position";

    @Inject
    Pool pool;

    /** A transaction that has written an event. */
    private record Writing(SqlConnection connection, Transaction transaction, long position) {

        void commit() {
            transaction.commitAndAwait();
            connection.closeAndAwait();
        }

        void rollback() {
            transaction.rollbackAndAwait();
            connection.closeAndAwait();
        }
    }

    @Test
    void shouldTellInOrderWhatIsCommittedInTheOtherOrder() throws Exception {
        SettledEvents settled = new SettledEvents(pool);
        AllJobsEventStream stream = new AllJobsEventStream(pool, settled);
        UUID job = ended();
        UUID other = ended();
        Writing first = write(job);
        Writing second = write(other);
        CompletableFuture<List<Long>> told = stream.after(first.position() - 1, ADMIN, false)
                .map(ToldEvent::id)
                .select()
                .first(2)
                .collect()
                .asList()
                .subscribeAsCompletionStage();

        second.commit();
        assertThat(settledAfterLooking(settled)).isLessThan(first.position());
        first.commit();

        assertThat(told.get(20, TimeUnit.SECONDS)).containsExactly(first.position(), second.position());
    }

    @Test
    void shouldNotWaitForWhatIsNeverCommitted() {
        SettledEvents settled = new SettledEvents(pool);
        UUID job = ended();
        UUID other = ended();
        Writing first = write(job);
        Writing second = write(other);
        second.commit();
        assertThat(settledAfterLooking(settled)).isLessThan(first.position());

        first.rollback();

        assertThat(settledAfterLooking(settled)).isGreaterThanOrEqualTo(second.position());
    }

    @Test
    void shouldBeginBehindWhatWasBeingWritten() throws Exception {
        SettledEvents settled = new SettledEvents(pool);
        AllJobsEventStream stream = new AllJobsEventStream(pool, settled);
        Writing writing = write(ended());
        CompletableFuture<Long> now = stream.now().subscribeAsCompletionStage();

        assertThat(settledAfterLooking(settled)).isLessThan(writing.position());
        assertThat(now).isNotDone();
        writing.commit();

        assertThat(now.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(writing.position());
    }

    @Test
    void shouldFollowWhileSomebodyIsAlwaysWriting() {
        SettledEvents settled = new SettledEvents(pool);
        UUID job = ended();
        UUID other = ended();
        Writing last = write(job);
        for (int version = 101; version < 105; version++) {
            settledAfterLooking(settled);
            Writing next = write(version % 2 == 0 ? job : other, version);
            last.commit();
            assertThat(settledAfterLooking(settled)).isBetween(last.position(), next.position() - 1);
            last = next;
        }
        last.commit();
    }

    /** More often than it needs: a look finds out who writes, and the next that nobody of these is left. */
    private static long settledAfterLooking(SettledEvents settled) {
        settled.position().await().atMost(AT_MOST);
        settled.position().await().atMost(AT_MOST);
        return settled.position().await().atMost(AT_MOST);
    }

    private Writing write(UUID job) {
        return write(job, 100);
    }

    private Writing write(UUID job, long version) {
        SqlConnection connection = pool.getConnectionAndAwait();
        Transaction transaction = connection.beginAndAwait();
        long position = connection
                .preparedQuery(INSERT)
                .executeAndAwait(Tuple.of(job, version))
                .iterator()
                .next()
                .getLong("position");
        return new Writing(connection, transaction, position);
    }

    private static UUID ended() {
        String job = submitted(echo("settled"));
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }
        return UUID.fromString(job);
    }
}
