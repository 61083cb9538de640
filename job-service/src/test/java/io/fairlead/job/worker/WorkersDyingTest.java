package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.worker.WorkerCalls.outside;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs jobs on worker processes of the operating system while it kills them and stops them for longer than a lease, and then
 * holds what was recorded against what is promised. {@code -Dchaos.jobs} makes it longer.
 */
@FairleadTest
@TestProfile(WorkersDyingTest.ShortLeases.class)
class WorkersDyingTest {

    private static final int JOBS = Integer.getInteger("chaos.jobs", 40);
    private static final int WORKERS = 8;
    /** So that a job is at work again when its first worker goes on. */
    private static final Duration BEYOND_THE_LEASE = Duration.ofMillis(3300);

    private static final Set<String> ENDS = Set.of("job.successful", "job.failed", "job.dismissed");

    /** Leases that end while the test waits, and patience with workers that die. */
    public static class ShortLeases implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fairlead.queue.heartbeat", "1s",
                    "fairlead.queue.lease", "2s",
                    "fairlead.queue.max-crashes", "1000");
        }
    }

    @Test
    @Timeout(600)
    void shouldKeepExactlyOneResultOfEachJobWhenWorkersDie() throws IOException, InterruptedException {
        List<String> jobs = submitAll();
        Random random = new Random(7);
        int killed = 0;
        try (TopicReader events = TopicReader.open(Topics.JOBS_EVENTS);
                WorkerProcesses workers = new WorkerProcesses(WORKERS)) {
            while (!allEnded(events, jobs, Duration.ofMillis(700))) {
                if (random.nextInt(5) == 0) {
                    workers.kill(random.nextInt(WORKERS));
                } else {
                    workers.pause(random.nextInt(WORKERS), BEYOND_THE_LEASE);
                }
                killed++;
            }
            check(jobs, history(events, jobs));
        }
        assertThat(killed).isGreaterThan(5);
    }

    private static List<String> submitAll() {
        String batch = IntStream.range(0, JOBS)
                .mapToObj(i -> outside("job " + i, i % 4 == 0 ? 0.2 : 2.5))
                .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
        return operator()
                .contentType(ContentType.JSON)
                .body(batch)
                .post("/api/v1/jobs/batch")
                .then()
                .statusCode(202)
                .extract()
                .path("jobs.jobID");
    }

    private static boolean allEnded(TopicReader events, List<String> jobs, Duration atMost) {
        try {
            events.awaitAll(record -> jobs.contains(record.key()) && ENDS.contains(type(record)), jobs.size(), atMost);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static Map<String, List<ConsumerRecord<String, byte[]>>> history(TopicReader events, List<String> jobs) {
        Instant later = Instant.now().plusSeconds(3);
        while (Instant.now().isBefore(later)) {
            allEnded(events, List.of("none"), Duration.ofMillis(100));
        }
        return events.seen(record -> jobs.contains(record.key())).stream()
                .collect(Collectors.groupingBy(ConsumerRecord::key));
    }

    private static void check(List<String> jobs, Map<String, List<ConsumerRecord<String, byte[]>>> history) {
        int attempts = 0;
        for (String job : jobs) {
            List<String> types =
                    history.get(job).stream().map(WorkersDyingTest::type).toList();
            assertThat(types.stream().filter(ENDS::contains))
                    .as("ends of %s: %s", job, types)
                    .hasSize(1);
            assertThat(types.get(types.size() - 1)).as("last of %s", job).isEqualTo("job.successful");
            assertThat(types.get(0)).isEqualTo("job.accepted");
            ExtractableResponse<Response> status =
                    operator().get("/api/v1/jobs/" + job).then().extract();
            ExtractableResponse<Response> results = operator()
                    .get("/api/v1/jobs/" + job + "/results")
                    .then()
                    .statusCode(200)
                    .extract();
            int attempt = status.path("attempt");
            assertThat(results.<Integer>path("attempt"))
                    .as("whose result %s has", job)
                    .isEqualTo(attempt);
            assertThat(status.<List<Integer>>path("attempts.attempt"))
                    .as("attempts of %s", job)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, attempt).boxed().toList());
            assertThat(status.<List<String>>path("attempts.outcome").stream().filter("successful"::equals))
                    .hasSize(1);
            attempts += attempt;
        }
        assertThat(attempts).as("attempts of all jobs: some were lost").isGreaterThan(jobs.size());
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }
}
