package io.fairlead.job.trigger;

import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.fairlead.job.trigger.TriggerCalls.created;
import static io.fairlead.job.trigger.TriggerCalls.cron;
import static io.fairlead.job.trigger.TriggerCalls.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules that are due at New Year only, and instances for which it is New Year. */
@FairleadTest
class CronTriggersTest {

    private static final Instant NEW_YEAR = Instant.parse("2040-12-31T23:00:00Z");
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    Triggers triggers;

    @Inject
    Firing firing;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void leaveOthersAlone() {
        pool.query("update job_trigger set enabled = false").execute().await().atMost(AT_MOST);
    }

    @Test
    void shouldStartEachJobOnceWhenSeveralInstancesRun() {
        String owner = somebody();
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> created(owner, cron("0 0 1 1 *")))
                .toList();
        List<Uni<Integer>> instances = Stream.generate(
                        () -> new CronTriggers(pool, triggers, firing, json, Clock.systemUTC()))
                .limit(4)
                .map(instance -> instance.fire(NEW_YEAR.plusSeconds(1)))
                .toList();

        List<Integer> fired = Uni.join().all(instances).andFailFast().await().atMost(AT_MOST);

        assertThat(fired.stream().mapToInt(count -> count).sum()).isEqualTo(ids.size());
        ids.forEach(id -> get(owner, id).body("fired", equalTo(1), "failed", equalTo(0)));
        assertThat(jobs(owner)).hasSize(ids.size());
    }

    @Test
    void shouldStartOneJobForAllTimesThatWereMissed() {
        String owner = somebody();
        String id = created(owner, cron("0 0 1 1 *"));

        fire(NEW_YEAR.plus(Duration.ofDays(100)));

        get(owner, id).body("fired", equalTo(1), "nextFire", equalTo("2041-12-31T23:00:00Z"));
        String job = jobs(owner).get(0);
        as(owner).get("/api/v1/jobs/" + job + "/inputs").then().body("message", equalTo("2040-12-31T23:00:00Z"));
        fire(NEW_YEAR.plus(Duration.ofDays(100)));
        get(owner, id).body("fired", equalTo(1));
    }

    @Test
    void shouldGoOnWhenAJobCouldNotBeStarted() {
        String owner = somebody();
        String id = created(
                owner,
                """
                {"name":"Wrong","cron":{"expression":"0 0 1 1 *","zone":"Europe/Oslo"},"process":"echo",
                 "inputs":{"message":{"$event":"/data"}}}""");

        fire(NEW_YEAR);

        get(owner, id)
                .body("fired", equalTo(0), "failed", equalTo(1), "lastError", equalTo("There is nothing at /data."))
                .body("nextFire", equalTo("2041-12-31T23:00:00Z"));
    }

    @Test
    void shouldGoOnWhenTheDatabaseRefusesAJob() {
        String owner = somebody();
        String refused = created(owner, cron("0 0 1 1 *"));
        String good = created(owner, cron("0 0 1 1 *"));
        pool.preparedQuery(
                        "update job_trigger set definition = replace(definition, '\"priority\":4', '\"priority\":77') where id = $1")
                .execute(Tuple.of(UUID.fromString(refused)))
                .await()
                .atMost(AT_MOST);

        fire(NEW_YEAR);

        get(owner, refused)
                .body(
                        "fired",
                        equalTo(0),
                        "failed",
                        equalTo(1),
                        "lastError",
                        startsWith("The job could not be stored; incident"))
                .body("nextFire", equalTo("2041-12-31T23:00:00Z"));
        get(owner, good).body("fired", equalTo(1), "failed", equalTo(0));
        assertThat(jobs(owner)).hasSize(1);
    }

    @Test
    void shouldStartAJobByItselfWhenItsTimeHasCome() {
        String owner = somebody();
        String id = created(owner, cron("0 0 1 1 *"));
        pool.preparedQuery("update job_trigger set next_fire = now() where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .atMost(AT_MOST);

        Awaitility.await().atMost(AT_MOST).untilAsserted(() -> get(owner, id).body("fired", equalTo(1)));
    }

    private void fire(Instant now) {
        new CronTriggers(pool, triggers, firing, json, Clock.systemUTC())
                .fire(now)
                .await()
                .atMost(AT_MOST);
    }

    private static List<String> jobs(String who) {
        return as(who).get("/api/v1/jobs?mine=true").then().extract().path("jobs.jobID");
    }
}
