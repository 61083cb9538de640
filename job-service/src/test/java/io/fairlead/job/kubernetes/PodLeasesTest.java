package io.fairlead.job.kubernetes;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fairlead.job.JobCalls;
import io.fairlead.job.JobEvents;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Claimer;
import io.fairlead.job.queue.Completer;
import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.queue.Rescuer;
import io.fairlead.job.worker.LeasedJobs;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test itself is what runs in the pods, and the cluster's controller. */
@FairleadTest
@TestProfile(WithCluster.class)
class PodLeasesTest {

    @Inject
    Claimer claimer;

    @Inject
    Cluster cluster;

    @Inject
    Rescuer rescuer;

    @Inject
    LeasedJobs leased;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Completer completer;

    @Inject
    QueueConfig queue;

    @Inject
    Clock clock;

    private final List<String> submitted = new ArrayList<>();
    private JobEvents events;

    @BeforeEach
    void listen() {
        events = JobEvents.fromNow();
    }

    @AfterEach
    void clean() {
        submitted.forEach(JobCalls::dismiss);
        ClusterStub.jobs().delete();
        events.close();
    }

    @Test
    void shouldGoOnWithThePodOfAnExecutorThatWasKilled() {
        // Killed right after it had created the Job, which this instance has never heard of.
        ClaimedJob claimed = claimedByAnother("killed");
        cluster.create(claimed.lease(), "outside-pod", "kubernetes/killed");
        String job = claimed.job().id().toString();

        Job pod = created(job, 1);
        awaitRenewed(claimed);
        complete(pod, "{\"echo\":\"adopted\"}").statusCode(200);

        events.await(job, "job.successful");
        status(job).body("attempts.outcome", contains("successful"));
        awaitDeleted(pod);
    }

    @Test
    void shouldTryAgainWhenAnExecutorIsKilledBeforeItHasCreatedThePod() {
        String job = claimedByAnother("killed-early").job().id().toString();

        events.await(job, "job.retrying");

        assertThat(ClusterStub.jobs().withName("fairlead-" + job + "-1").get()).isNull();
        status(job).body("attempts.outcome", contains("crash"));
    }

    @Test
    void shouldCreateOnePodForALeaseHoweverOftenItIsAsked() {
        ClaimedJob claimed = claimedByAnother("twice");

        cluster.create(claimed.lease(), "outside-pod", "kubernetes/twice");
        cluster.create(claimed.lease(), "outside-pod", "kubernetes/twice");

        assertThat(cluster.jobs()).containsOnlyKeys(claimed.lease());
    }

    @Test
    void shouldRefuseWhatAStalePodHandsInAndDeleteIt() {
        String job = job();
        Job stale = created(job, 1);

        rescuer.rescue(Instant.now().plus(Duration.ofMinutes(1))).await().indefinitely();
        Job fresh = created(job, 2);
        awaitDeleted(stale);
        inputs(stale).statusCode(409);
        complete(stale, "{\"echo\":\"stale\"}").statusCode(409);
        complete(fresh, "{\"echo\":\"fresh\"}").statusCode(200);

        events.await(job, "job.successful");
        results(job).body("echo", equalTo("fresh"));
        status(job).body("attempts.outcome", contains("crash", "successful"));
        awaitDeleted(fresh);
    }

    @Test
    void shouldDeleteThePodOfAJobThatIsCalledOff() {
        String job = job();
        Job pod = created(job, 1);

        dismiss(job).statusCode(200);

        awaitDeleted(pod);
        events.await(job, "job.dismissed");
        complete(pod, "{\"echo\":\"late\"}").statusCode(409);
    }

    @Test
    void shouldCountAnEndOnceWhenThreeInstancesSeeIt() {
        String job = job();
        Job pod = created(job, 1);

        conclude(pod, "BackoffLimitExceeded");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(anotherInstance()::keep),
                        CompletableFuture.runAsync(anotherInstance()::keep))
                .join();

        assertThat(events.first(job, 4)).containsExactly("job.accepted", "job.running", "job.retrying", "job.running");
        awaitDeleted(pod);
        complete(created(job, 2), "{\"echo\":\"second\"}").statusCode(200);
        events.await(job, "job.successful");
        status(job).body("attempts.outcome", contains("error", "successful"));
    }

    @Test
    void shouldCountADeadlineAsAnError() {
        String job = job();

        conclude(created(job, 1), "DeadlineExceeded");

        assertThat(events.await(job, "job.retrying")).contains("longer than it may");
        status(job).body("attempts[0].outcome", equalTo("error"));
    }

    @Test
    void shouldCountALostPodAsACrash() {
        String job = job();
        Job lost = created(job, 1);

        conclude(lost, "PodFailurePolicy");

        created(job, 2);
        status(job).body("attempts[0].outcome", equalTo("crash"));
        awaitDeleted(lost);
    }

    @Test
    void shouldWaitForAClusterThatIsAway() {
        ClusterStub.refuseCreations(1);
        String job = job();

        created(job, 2);

        status(job).body("attempts[0].outcome", equalTo("unavailable"));
    }

    @Test
    void shouldGiveThePodItsInputs() {
        String job = job();

        inputs(created(job, 1))
                .statusCode(200)
                .body("jobs.jobID", contains(job), "jobs[0].inputs.message", equalTo("by hand"))
                .body("leaseSeconds", equalTo(3f), "jobs[0].attempt", equalTo(1));
    }

    private PodLeases anotherInstance() {
        return new PodLeases(cluster, heartbeat, leased, completer, queue, clock);
    }

    private String job() {
        return submit("outside-pod", "by hand");
    }

    private String submit(String process, String message) {
        String id = JobCalls.submitted(
                """
                {"process":"%s","inputs":{"message":"%s"}}""".formatted(process, message));
        submitted.add(id);
        return id;
    }

    /** Of a process that this instance's executor does not take. */
    private ClaimedJob claimedByAnother(String name) {
        submit("outside", name);
        List<ClaimedJob> claimed = claimer.claim("job-pods/kubernetes/" + name, Set.of("outside"), 1, Instant.now())
                .await()
                .indefinitely();
        return claimed.get(0);
    }

    /** A renewal takes a lease's end beyond where its claim had put it; nobody but the executor renews it here. */
    private void awaitRenewed(ClaimedJob claimed) {
        Instant end = claimed.job().leaseUntil();
        while (!leased.find(claimed.lease())
                .await()
                .indefinitely()
                .orElseThrow()
                .leaseUntil()
                .isAfter(end)) {
            Thread.onSpinWait();
        }
    }

    private static Job created(String job, int attempt) {
        return ClusterStub.awaitCreated("fairlead-" + job + "-" + attempt);
    }

    private static void awaitDeleted(Job pod) {
        ClusterStub.awaitDeleted(pod.getMetadata().getName());
    }

    private static void conclude(Job pod, String reason) {
        ClusterStub.conclude(pod.getMetadata().getName(), "Failed", reason);
    }

    private static ValidatableResponse inputs(Job pod) {
        return call(pod, "inputs", "");
    }

    private static ValidatableResponse complete(Job pod, String outputs) {
        return call(pod, "complete", ",\"outputs\":" + outputs);
    }

    private static ValidatableResponse call(Job pod, String path, String more) {
        return given().auth()
                .oauth2(Tokens.of("job-pods", Set.of("worker")))
                .contentType(ContentType.JSON)
                .body("{\"worker\":\"%s\",\"jobID\":\"%s\",\"attempt\":%s%s}"
                        .formatted(
                                environment(pod, "FAIRLEAD_WORKER"),
                                environment(pod, "FAIRLEAD_JOB"),
                                environment(pod, "FAIRLEAD_ATTEMPT"),
                                more))
                .post("/api/v1/workers/" + path)
                .then();
    }

    private static String environment(Job pod, String name) {
        return pod.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
