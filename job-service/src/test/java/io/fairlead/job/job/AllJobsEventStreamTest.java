package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.job.JobEvents;
import io.fairlead.job.job.Listening.Event;
import io.fairlead.job.project.Person;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@FairleadTest
@Timeout(60)
class AllJobsEventStreamTest {

    private static final String[] LIFE = {"job.accepted", "job.running", "job.successful"};

    @Inject
    Pool pool;

    private final String owner = somebody();

    @Test
    void shouldTellTheChangesOfAllJobsFromNowOn() throws Exception {
        String earlier = ended(owner, null);
        String project = created(owner);
        Listening stream = Listening.open(token(owner), "", null);
        String first = submit(owner, null);
        String second = submit(owner, project);

        List<Event> events = stream.untilEnded(2);

        assertThat(events)
                .filteredOn(event -> event.job().equals(first))
                .extracting(Event::type)
                .containsExactly(LIFE);
        assertThat(events)
                .filteredOn(event -> event.job().equals(second))
                .extracting(Event::type)
                .containsExactly(LIFE);
        assertThat(events).extracting(Event::job).doesNotContain(earlier);
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates().isSorted();
        JsonNode told = events.stream()
                .filter(event -> event.job().equals(second))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(told.path("processID").asText()).isEqualTo("echo");
        assertThat(told.path("status").asText()).isEqualTo("accepted");
        assertThat(told.path("project").asText()).isEqualTo(project);
        assertThat(told.path("createdBy").asText()).isEqualTo(owner);
        assertThat(told.has("message")).isTrue();
    }

    @Test
    void shouldGoOnAfterAnyEventOnAnyInstance() throws Exception {
        Listening stream = Listening.open(token(owner), "?mine=true", null);
        submit(owner, null);
        submit(owner, null);
        List<Event> events = stream.untilEnded(2);
        AllJobsEventStream another = new AllJobsEventStream(pool, new SettledEvents(pool));

        for (int seen = 0; seen < events.size() - 1; seen++) {
            List<Long> rest = another.after(events.get(seen).id(), person(owner), true)
                    .map(ToldEvent::id)
                    .select()
                    .first(events.size() - 1 - seen)
                    .collect()
                    .asList()
                    .await()
                    .atMost(Duration.ofSeconds(20));

            assertThat(rest)
                    .containsExactlyElementsOf(events.subList(seen + 1, events.size()).stream()
                            .map(Event::id)
                            .toList());
        }
    }

    @Test
    void shouldTellOnlyOfJobsThatTheCallerSees() throws Exception {
        String member = somebody();
        String stranger = somebody();
        String project = created(owner);
        add(owner, project, member, "reader");
        long before = newest();
        String inProject = ended(owner, project);
        String free = ended(owner, null);

        assertThat(jobs(token(owner), "", before)).contains(inProject, free);
        assertThat(jobs(token(member), "", before)).contains(inProject, free);
        assertThat(jobs(Tokens.admin(), "", before)).contains(inProject, free);
        assertThat(jobs(token(stranger), "", before)).contains(free).doesNotContain(inProject);
        assertThat(jobs(Tokens.viewerOf("MV102"), "", before)).doesNotContain(free, inProject);
    }

    @Test
    void shouldTellOnlyOfTheCallersOwnJobsWhenAskedTo() throws Exception {
        long before = newest();
        String own = ended(owner, null);
        String other = ended(somebody(), null);

        assertThat(jobs(token(owner), "&mine=true", before)).contains(own).doesNotContain(other);
        assertThat(jobs(token(owner), "&mine=false", before)).contains(own, other);
    }

    @Test
    void shouldSayResetWhenTheIdIsAheadOfTheStream() throws Exception {
        List<Event> events =
                Listening.open(Tokens.viewer(), "?seconds=2", Long.MAX_VALUE).untilClosed();

        assertThat(events.get(0).type()).isEqualTo("reset");
        assertThat(events.get(0).id()).isLessThan(Long.MAX_VALUE);
    }

    @Test
    void shouldRefuseWhatIsNoPlaceInTheStream() {
        for (String id : List.of("-1", "yesterday")) {
            operator()
                    .header("Last-Event-ID", id)
                    .get("/api/v1/jobs/events")
                    .then()
                    .statusCode(400);
        }
        operator().get("/api/v1/jobs/events?mine=perhaps").then().statusCode(400);
    }

    @Test
    void shouldEndWhenItsTokenExpires() throws Exception {
        Listening stream = Listening.open(Tokens.viewerFor(Duration.ofSeconds(3)), "", null);

        assertThat(stream.untilClosed()).isNotNull();
    }

    private static Person person(String name) {
        return new Person(ProjectCalls.subject(name), name, false, VesselScope.of(null));
    }

    private static String token(String name) {
        return Tokens.of(name, Set.of("operator", "viewer"));
    }

    private static List<String> jobs(String token, String query, long after) throws Exception {
        return Listening.open(token, "?seconds=2" + query, after).untilClosed().stream()
                .map(Event::job)
                .distinct()
                .toList();
    }

    private static String ended(String who, String project) {
        String job = submit(who, project);
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }
        return job;
    }

    private static String submit(String who, String project) {
        String body = project == null
                ? echo("streamed")
                : "{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"},\"project\":\"%s\"}".formatted(project);
        return as(who).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("jobID");
    }

    private long newest() {
        return pool.query("select coalesce(max(position), 0) as position from job_event")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("position");
    }
}
