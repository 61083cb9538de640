package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Endings that have begun to look and wait for somebody who changes the same job. */
@FairleadTest
class EndingMeanwhileTest {

    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Ending DONE =
            Ending.successful(JsonNodeFactory.instance.objectNode().put("answer", 42));
    private static final String WAITING =
            "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like 'with ending as%'";

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Test
    void shouldEndAJobWhoseLeaseIsRenewedMeanwhile() throws SQLException {
        Lease lease = claimed();

        Optional<Job> ended = endWhile(lease, "update job set progress = 50, updated_at = updated_at where id = '%s'");

        assertThat(ended).map(Job::state).contains(JobState.SUCCESSFUL);
        assertThat(rows.outputs(lease.job())).isEqualTo(1);
    }

    @Test
    void shouldEndAsDismissedWhatIsCalledOffMeanwhile() throws SQLException {
        Lease lease = claimed();

        Optional<Job> ended = endWhile(lease, "update job set state = 'cancelling' where id = '%s'");

        assertThat(ended).map(Job::state).contains(JobState.DISMISSED);
        assertThat(rows.outputs(lease.job())).isZero();
    }

    @Test
    void shouldRefuseAnEndingWhoseLeaseIsTakenMeanwhile() throws SQLException {
        Lease lease = claimed();

        Optional<Job> ended = endWhile(lease, "update job set attempt = attempt + 1, worker = 'b' where id = '%s'");

        assertThat(ended).isEmpty();
        assertThat(rows.find(lease.job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(rows.outputs(lease.job())).isZero();
    }

    private Lease claimed() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW);
        return claimer.claim("a", List.of(process), 1, NOW)
                .await()
                .indefinitely()
                .get(0)
                .lease();
    }

    /** Ends it while another session has changed its row, and commits that when the ending waits for it. */
    private Optional<Job> endWhile(Lease lease, String change) throws SQLException {
        try (Connection other = RealParts.connect("jobs");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(change.formatted(lease.job()));
            CompletableFuture<Optional<Job>> ending =
                    completer.end(lease, DONE, NOW).subscribeAsCompletionStage();
            Awaitility.await().atMost(PATIENCE).until(() -> waits(statement));
            other.commit();
            return ending.join();
        }
    }

    private static boolean waits(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(WAITING)) {
            return row.next();
        }
    }
}
