package io.fairlead.job.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures claims while very many jobs wait for something else. Runs on request: {@code benchmarks/jobs/run claim}. */
@FairleadTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class ClaimBenchmark {

    private static final int BLOCKED = Integer.getInteger("benchmark.blocked", 1_000_000);
    private static final int WARM_UP = 400;
    private static final int CLAIMS = 2000;
    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");
    private static final String PROCESS = "claimed";
    private static final String BLOCK =
            """
            insert into job (process, process_version, project, created_by, created_by_name, state, ready_at,
                             created_at, updated_at, licence, attempt)
            select '%s', '1', 'p' || i %% 100, 'a', 'a', '%s', '2199-01-01Z', now(), now(), %s, 0
            from generate_series(1, %d) as i
            """;

    @Inject
    Pool pool;

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Test
    void measure() {
        rows.seats("engine", 1);
        System.out.printf("%-58s %8s %8s%n", "one claim, one worker, of 3 projects' jobs", "p50 ms", "p99 ms");
        report("nothing else waits", PROCESS);
        run(BLOCK.formatted(PROCESS, "retry-wait", "null", BLOCKED));
        report("%,d jobs wait for a retry time".formatted(BLOCKED), PROCESS);
        clear();
        run("update licence_seat set job_id = uuidv7(), attempt = 1, held_since = now()");
        run(BLOCK.formatted(PROCESS, "queued", "'engine'", BLOCKED));
        report("%,d jobs of 100 projects wait for a seat".formatted(BLOCKED), PROCESS);
        System.out.println(plan());
        run("update licence_seat set job_id = null, attempt = null, held_since = null");
        report("the same, and the only seat is free at each claim", PROCESS);
        clear();
        report("nothing else waits, again", PROCESS);
    }

    private void report(String what, String process) {
        rows.insert(process, "one", "a", null, NOW, 800);
        rows.insert(process, "two", "a", null, NOW, 800);
        rows.insert(process, "three", "a", null, NOW, 800);
        run("vacuum analyze job");
        run("vacuum analyze job_input");
        for (int i = 0; i < WARM_UP; i++) {
            nanos(process);
        }
        long[] nanos = new long[CLAIMS];
        for (int i = 0; i < CLAIMS; i++) {
            nanos[i] = nanos(process);
        }
        Arrays.sort(nanos);
        System.out.printf("%-58s %8.2f %8.2f%n", what, nanos[CLAIMS / 2] / 1e6, nanos[CLAIMS * 99 / 100] / 1e6);
    }

    private long nanos(String process) {
        long begin = System.nanoTime();
        List<ClaimedJob> claimed =
                claimer.claim("worker", List.of(process), 1, NOW).await().indefinitely();
        long taken = System.nanoTime() - begin;
        if (claimed.size() != 1) {
            throw new IllegalStateException("no job");
        }
        completer
                .end(claimed.get(0).lease(), Ending.successful(JsonNodeFactory.instance.objectNode()), NOW)
                .await()
                .indefinitely();
        return taken;
    }

    private void clear() {
        run("truncate job, job_input, job_event, outbox, share_turn cascade");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofMinutes(10));
    }

    private String plan() {
        String statement = Claimer.CLAIM
                .replace("$1", "'{" + PROCESS + "}'")
                .replace("$2", "1")
                .replace("$3", "'worker'")
                .replace("$4", "timestamptz '" + NOW + "'")
                .replace("$5", "timestamptz '" + NOW + "'")
                .replace("$6", "32");
        StringBuilder plan = new StringBuilder();
        pool.withTransaction(transaction -> transaction
                        .query("explain (analyze, buffers, costs off) " + statement)
                        .execute()
                        .invoke(lines -> lines.forEach(
                                row -> plan.append(row.getString(0)).append('\n'))))
                .await()
                .atMost(Duration.ofMinutes(1));
        return plan.toString();
    }
}
