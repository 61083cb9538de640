package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.rows.Rows;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured every few seconds does not read the jobs that have ended, of which there are more and more. */
@FairleadTest
class QueueDepthTest {

    private static final String END_MANY =
            """
            insert into job (process, process_version, created_by, created_by_name, state, ready_at, created_at, updated_at,
                             finished_at)
            select 'ended', '1', 'subject', 'name', 'successful', $1, $1, $1, $1 from generate_series(1, 20000)
            """;
    private static final Pattern READ = Pattern.compile("(?:using|Index Scan on) (job_\\w+|job)|Seq Scan on (job)\\b");
    private static final List<String> OF_UNFINISHED =
            List.of("job_ready", "job_ready_with_seat", "job_retry", "job_leased", "job_running_of_share");

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = {QueueDepth.DEPTH, QueueDepth.LEASES})
    void shouldReadTheIndexesOfUnfinishedJobsOnly(String question) {
        Tuple now = Tuple.of(Rows.utc(Instant.now()));

        String plan = pool.withConnection(
                        connection -> connection.begin().chain(transaction -> plan(connection, question, now)
                                .eventually(transaction::rollback)))
                .await()
                .indefinitely();

        assertThat(READ.matcher(plan).results().map(QueueDepthTest::name))
                .as(plan)
                .isNotEmpty()
                .isSubsetOf(OF_UNFINISHED);
    }

    private static Uni<String> plan(SqlConnection connection, String question, Tuple now) {
        return connection
                .preparedQuery(END_MANY)
                .execute(now)
                .chain(() -> connection.query("analyze job").execute())
                .chain(() -> connection.preparedQuery("explain " + question).execute(now))
                .map(lines -> String.join("\n", Rows.list(lines, line -> line.getString(0))));
    }

    private static String name(MatchResult read) {
        return read.group(1) == null ? read.group(2) : read.group(1);
    }
}
