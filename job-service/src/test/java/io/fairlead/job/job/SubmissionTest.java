package io.fairlead.job.job;

import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.job.JobCalls;
import io.fairlead.job.KeptPlans;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.fairlead.testkit.FairleadTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Jobs that come at the same time and are stored together. */
@FairleadTest
class SubmissionTest {

    private static final int COUNT = 120;

    private static final VesselScope FLEET = new VesselScope(Optional.empty());
    private static final ExecutorService CALLERS = Executors.newFixedThreadPool(24);

    @Inject
    Submission submission;

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    @AfterAll
    static void end() {
        CALLERS.shutdownNow();
    }

    @Test
    void shouldStoreByAPlanThatIsKept() {
        NewJob job = NewJob.of("echo", json.createObjectNode().put("message", "hello"), null, NewJob.USUAL_PRIORITY);
        Person person = new Person("subject", "name", false, FLEET);

        assertThat(KeptPlans.calls(pool, "insert into job (", connection -> submission.submit(connection, job, person)))
                .matches(KeptPlans.Calls::byOnePlan);
    }

    @Test
    void shouldGiveEachItsOwnJobWhenManySubmitAtTheSameTime() {
        List<String> people = List.of(somebody(), somebody());

        List<String> jobs = together(i -> submit(people.get(i % 2), JobCalls.echo("message " + i)))
                .map(CompletableFuture::join)
                .map(answer -> answer.statusCode(202).extract().<String>path("jobID"))
                .toList();

        assertThat(jobs).doesNotHaveDuplicates();
        for (int i = 0; i < COUNT; i++) {
            String person = people.get(i % 2);
            as(person).get("/api/v1/jobs/" + jobs.get(i)).then().body("createdBy", equalTo(person));
            as(person).get("/api/v1/jobs/" + jobs.get(i) + "/inputs").then().body("message", equalTo("message " + i));
        }
    }

    @Test
    void shouldStoreTheOthersWhenOneCannotBeStored() throws Exception {
        NewJob job = NewJob.of(json.readValue(JobCalls.echo("a"), JobRequest.class), null);
        Person good = new Person("subject", "name", false, FLEET);
        Person unstorable = new Person("subject", "na\0me", false, FLEET);

        List<CompletableFuture<Job>> jobs = IntStream.range(0, COUNT)
                .mapToObj(i ->
                        submission.submit(job, i % 10 == 5 ? unstorable : good).subscribeAsCompletionStage())
                .toList();

        for (int i = 0; i < COUNT; i++) {
            if (i % 10 == 5) {
                assertThatThrownBy(jobs.get(i)::join).hasCauseInstanceOf(PgException.class);
            } else {
                assertThat(jobs.get(i).join().createdByName()).isEqualTo("name");
            }
        }
    }

    private static Stream<CompletableFuture<ValidatableResponse>> together(IntFunction<ValidatableResponse> call) {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), CALLERS))
                .toList()
                .stream();
    }

    private static ValidatableResponse submit(String person, String body) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/jobs")
                .then();
    }
}
