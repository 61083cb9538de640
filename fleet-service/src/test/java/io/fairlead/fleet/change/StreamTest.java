package io.fairlead.fleet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@FairleadTest
class StreamTest {

    private static final Pattern ID = Pattern.compile("(?m)^id:\\s?(\\d+)$");

    @Inject
    Pool pool;

    @Test
    void shouldGoOnAfterTheLastEventSeen() {
        Api.vessel("T1");
        Api.vessel("T2");
        List<String> all = ids(listen(Tokens.viewer(), "0"));
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(2)
                .isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));

        String rest = listen(Tokens.viewer(), all.get(all.size() - 2));

        assertThat(ids(rest)).containsExactly(all.get(all.size() - 1));
        assertThat(rest).contains("event:vessel").contains("\"key\":\"T2\"");
    }

    @Test
    void shouldGoOnOnAnotherInstanceThatKnowsNothing() {
        Api.vessel("T3");
        long before = newest() - 1;
        ChangeStream another = new ChangeStream(pool, Duration.ofMillis(50));

        List<ChangeEntry> seen = another.after(before, Optional.empty())
                .onSubscription()
                .invoke(() -> Api.vessel("T4"))
                .select()
                .first(2)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(seen).extracting(ChangeEntry::key).containsExactly("T3", "T4");
    }

    @Test
    void shouldMissNothingWhenChangesCommitAtTheSameTime() {
        long before = newest();
        ChangeStream another = new ChangeStream(pool, Duration.ofMillis(20));
        var listening = another.after(before, Optional.of(Set.of(codes())))
                .select()
                .first(codes().length)
                .collect()
                .asList()
                .subscribeAsCompletionStage();

        Api.together(
                codes().length,
                i -> Api.post(
                        "/api/v1/vessels",
                        "{\"code\":\"%s\",\"name\":\"Many\",\"type\":\"tug\"}".formatted(codes()[i])));

        List<ChangeEntry> seen =
                listening.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(seen).extracting(ChangeEntry::key).containsExactlyInAnyOrder(codes());
        assertThat(seen).extracting(ChangeEntry::id).isSorted();
    }

    @Test
    void shouldTellAScopedViewerItsVesselsOnly() {
        Api.vessel("T5");
        Api.vessel("T6");

        assertThat(listen(Tokens.viewerOf("T5"), "0"))
                .contains("\"key\":\"T5\"")
                .doesNotContain("\"key\":\"T6\"");
    }

    @Test
    void shouldRefuseAnIdThatIsNotOneOfOurs() {
        for (String id : List.of("-1", "yesterday")) {
            Api.as(Tokens.viewer())
                    .header("Last-Event-ID", id)
                    .get("/api/v1/fleet/stream?seconds=1")
                    .then()
                    .statusCode(400)
                    .body("errors.size()", equalTo(1));
        }
    }

    @Test
    @Timeout(20)
    void shouldEndWhenItsTokenExpires() {
        Api.as(Tokens.viewerFor(Duration.ofSeconds(3)))
                .get("/api/v1/fleet/stream")
                .then()
                .statusCode(200)
                .contentType("text/event-stream");
    }

    @Test
    void shouldSayResetWhenTheIdIsAheadOfTheFleet() {
        assertThat(listen(Tokens.viewer(), "999999999")).contains("event:reset");
    }

    private static String listen(String token, String after) {
        return Api.as(token)
                .header("Last-Event-ID", after)
                .get("/api/v1/fleet/stream?seconds=2")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
    }

    private static List<String> ids(String events) {
        return ID.matcher(events).results().map(match -> match.group(1)).toList();
    }

    private static String[] codes() {
        return new String[] {"M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12"};
    }

    private long newest() {
        return pool.query("select coalesce(max(id), 0) as id from change")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("id");
    }
}
