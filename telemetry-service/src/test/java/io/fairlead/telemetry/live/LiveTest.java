package io.fairlead.telemetry.live;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.smallrye.jwt.build.Jwt;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@FairleadTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LiveTest {

    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    KnownVessels vessels;

    @Inject
    ReadingTopic topic;

    @Inject
    Vertx vertx;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "L" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldTellReadingsAsTheyAreAccepted() throws Exception {
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), null)) {
            send(vessel, "rpm", 0);

            EventStream.Event event = stream.next();
            assertThat(event.name()).isEqualTo("readings");
            assertThat(event.data().path("vessel").asText()).isEqualTo(vessel);
            JsonNode channel = event.data().path("channels").path(0);
            assertThat(channel.path("channel").path("name").asText()).isEqualTo("rpm");
            assertThat(channel.path("channel").path("labels").path("engine").asText())
                    .isEqualTo("port");
            assertThat(channel.path("readings"))
                    .hasToString("[{\"time\":\"%s\",\"value\":0.0,\"quality\":\"good\"}]".formatted(START));
        }
    }

    @Test
    void shouldGoOnWithoutLossOrDoublingWhenReconnected() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String last;
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), null)) {
            send(vessel, "rpm", 0);
            last = stream.next().id();
        }
        for (int i = 1; i <= 20; i++) {
            send(vessel, "rpm", i);
        }
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), last)) {
            for (int i = 21; i <= 30; i++) {
                send(vessel, "rpm", i);
            }
            while (seen.size() < 15) {
                EventStream.Event event = stream.next();
                seen.addAll(values(event));
                last = event.id();
            }
        }
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), last)) {
            while (seen.size() < 30) {
                seen.addAll(values(stream.next()));
            }
            send(vessel, "rpm", 31);
            seen.addAll(values(stream.next()));
        }

        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 31).boxed().toList());
    }

    /** Kafka gives more than was there when the end was asked for. */
    @Test
    void shouldLeaveForTheNextStretchWhatIsBehindTheEndOfThis() throws Exception {
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), null)) {
            send(vessel, "rpm", 0);
            long first = Long.parseLong(stream.next().id());
            Backlog backlog = new Backlog(topic.open(), vessel, vertx);
            long end = backlog.begin(first).await().atMost(PATIENCE);
            send(vessel, "rpm", 1);
            long last = Long.parseLong(stream.next().id());

            List<Long> offsets = new ArrayList<>();
            for (long upTo : List.of(end, last + 1)) {
                backlog.upTo(upTo)
                        .collect()
                        .asList()
                        .await()
                        .atMost(PATIENCE)
                        .forEach(batch -> offsets.add(batch.offset()));
            }
            backlog.close();

            assertThat(offsets).containsExactly(first, last);
        }
    }

    @Test
    void shouldTellOnlyTheVesselAndTheChannelsThatAreAskedFor() throws Exception {
        String other = vessel + "b";
        vessels.active(other, null);
        try (EventStream stream = EventStream.open(path() + "?channel=rpm", Tokens.viewerOf(vessel), null)) {
            send(other, "rpm", 1);
            send(vessel, "state", 2);
            send(vessel, "rpm", 3);

            assertThat(value(stream.next())).isEqualTo(3);
        }
    }

    @Test
    void shouldTellToReadAgainWhenTheLastEventIsNotThere() throws Exception {
        try (EventStream stream = EventStream.open(path(), Tokens.viewer(), "999999999")) {
            assertThat(stream.next().name()).isEqualTo("reset");
            send(vessel, "rpm", 1);
            assertThat(value(stream.next())).isEqualTo(1);
        }
    }

    @Test
    void shouldEndWhenToldTo() throws Exception {
        try (EventStream stream = EventStream.open(path() + "?seconds=1", Tokens.viewer(), null)) {
            assertThat(stream.next()).isNull();
        }
        try (EventStream stream = EventStream.open(path(), brief(Duration.ofSeconds(4)), null)) {
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void shouldRefuseWhoMayNotListen() {
        given().auth().oauth2(Tokens.viewerOf("V-other")).get(path()).then().statusCode(404);
        get("/api/v1/sensors/V0/stream").statusCode(404);
        given().auth()
                .oauth2(Tokens.viewer())
                .header("Last-Event-ID", "-1")
                .get(path())
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("lastEventId"));
    }

    /** A viewer's token that is good for a short time. */
    private static String brief(Duration good) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(System.getProperty("fairlead.testkit.private-key"));
        return Jwt.issuer(Tokens.ISSUER)
                .audience("fairlead")
                .subject("subject-of-viewer")
                .upn("viewer")
                .claim("realm_access", Map.of("roles", List.of("viewer")))
                .expiresIn(good)
                .jws()
                .keyId("test")
                .sign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    }

    private static int value(EventStream.Event event) {
        return values(event).get(0);
    }

    /** What an event tells of its first channel: batches that were accepted shortly after each other share one. */
    private static List<Integer> values(EventStream.Event event) {
        List<Integer> values = new ArrayList<>();
        event.data()
                .path("channels")
                .path(0)
                .path("readings")
                .forEach(reading -> values.add(reading.path("value").asInt()));
        return values;
    }

    private static void send(String ship, String channel, int value) {
        given().auth()
                .oauth2(Tokens.ship(ship))
                .contentType("text/csv")
                .body("vessel,channel,label.engine,time,value,quality\n%s,%s,port,%s,%d,good\n"
                        .formatted(ship, channel, START.plusSeconds(value), value))
                .post("/api/v1/sensors/readings")
                .then()
                .statusCode(200);
    }

    private String path() {
        return "/api/v1/sensors/" + vessel + "/stream";
    }
}
