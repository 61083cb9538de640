package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The question by whose answer the Helm chart has workers scaled. */
@FairleadTest
class ScalingQueryTest {

    private static final Path QUERY =
            Path.of(System.getProperty("fairlead.root"), "deploy/helm/fairlead/files/queue-depth.sql");
    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    Pool pool;

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Test
    void shouldCountJobsThatWaitAndJobsThatRunOfTheseProcessesOnly() throws IOException {
        String one = rows.newProcess();
        String two = rows.newProcess();
        rows.insert(one, 4, NOW, 3);
        rows.insert(two, 4, NOW, 2);
        rows.insert(rows.newProcess(), 4, NOW, 5);

        claim(one, 1);

        assertThat(depth(one, two)).isEqualTo(5);
    }

    @Test
    void shouldCountOfLicensedJobsAsManyAsSeatsAreFreeOrHeld() throws IOException {
        String process = rows.newProcess();
        String licence = "licence-" + UUID.randomUUID();
        rows.seats(licence, 3);
        rows.insert(process, null, "a", licence, NOW, 9);
        rows.insert(process, null, "a", "nobody-has-" + UUID.randomUUID(), NOW, 9);

        claim(process, 1);

        assertThat(depth(process)).isEqualTo(3);
    }

    @Test
    void shouldStopCountingWhereMoreWouldChangeNothing() throws IOException {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW, 1001);

        assertThat(depth(process)).isEqualTo(1000);
    }

    private List<ClaimedJob> claim(String process, int most) {
        return claimer.claim("worker", Set.of(process), most, NOW).await().indefinitely();
    }

    private long depth(String... processes) throws IOException {
        String query = Files.readString(QUERY).replace("PROCESSES", String.join(",", processes));
        return pool.query(query)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
