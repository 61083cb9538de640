package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@FairleadTest
class JobEventStreamTest {

    private static final Pattern EVENT = Pattern.compile("(?m)^event:\\s?(.+)$");

    @Inject
    Pool pool;

    @Test
    @Timeout(30)
    void shouldTellAJobsLifeAndEndWithIt() {
        String job = submitted(echo("told"));

        String stream = listen(job, "0");

        assertThat(types(stream)).containsExactly("job.accepted", "job.running", "job.successful");
        assertThat(stream).contains("\"jobID\":\"" + job + "\"").contains("id:3");
    }

    @Test
    void shouldGoOnAfterTheLastEventSeen() {
        String job = submitted(echo("resumed"));
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }

        assertThat(types(listen(job, "2"))).containsExactly("job.successful");
        assertThat(types(listen(job, "3"))).isEmpty();
    }

    @Test
    void shouldTellAnotherInstancesChangesAsTheyHappen() throws InterruptedException {
        String job = submitted(Gate.request("streamed", "succeed"));
        Gate.at("streamed").awaitReached();
        JobEventStream another = new JobEventStream(pool);

        List<String> seen = another.after(UUID.fromString(job), 0)
                .invoke(event -> {
                    if (event.type().equals("job.running")) {
                        Gate.at("streamed").open();
                    }
                })
                .map(ToldEvent::type)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(seen).containsExactly("job.accepted", "job.running", "job.successful");
    }

    @Test
    void shouldRefuseWhatIsNoEventOrNoJob() {
        String job = submitted(echo("refused"));

        operator()
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/jobs/" + job + "/events")
                .then()
                .statusCode(400);
        operator().get("/api/v1/jobs/" + UUID.randomUUID() + "/events").then().statusCode(404);
    }

    private static String listen(String job, String after) {
        return operator()
                .header("Last-Event-ID", after)
                .get("/api/v1/jobs/" + job + "/events")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
    }

    private static List<String> types(String stream) {
        return EVENT.matcher(stream)
                .results()
                .map((MatchResult event) -> event.group(1))
                .toList();
    }
}
