package io.fairlead.core.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.notify.CommitNotifier;
import io.fairlead.core.notify.DatabaseNotices;
import io.fairlead.testkit.Authority;
import io.fairlead.testkit.SecuredParts;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose PostgreSQL and Kafka let in nobody without TLS and a password. */
@QuarkusTest
@TestProfile(SecuredParts.Profile.class)
class SecuredPartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHANNEL = "secured_parts";

    @Inject
    Outbox outbox;

    @Inject
    OutboxSettings settings;

    @Inject
    Pool pool;

    @Inject
    CommitNotifier notifier;

    @Inject
    DatabaseNotices notices;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void shouldCreateItsTopicsAndPublish() throws Exception {
        String key = UUID.randomUUID().toString();

        pool.withTransaction(transaction -> outbox.append(
                        transaction, Event.of(Topics.JOBS_EVENTS, key, "job.accepted", Map.of("id", key))))
                .await()
                .atMost(PATIENCE);

        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS, kafka);
                Admin admin = Admin.create(kafka)) {
            topic.await(record -> record.key().equals(key), PATIENCE);
            assertThat(admin.listTopics().names().get()).contains("fleet.vessels", "core-test.dead-letters");
        }
    }

    @Test
    void shouldApplyWhatItReadsAndPutTheRestToTheDeadLetters() {
        String key = UUID.randomUUID().toString();

        try (TopicWriter topic = TopicWriter.open(kafka)) {
            topic.send(Topics.FLEET_VESSELS, key, "note", "{\"colour\":\"red\"}");
            topic.send(Topics.FLEET_VESSELS, key, "note", "{\"name\":\"%s\"}".formatted(key));
        }

        Awaitility.await().atMost(PATIENCE).until(() -> noted(key));
        try (TopicReader letters = TopicReader.open("core-test.dead-letters", kafka)) {
            var dead = letters.await(record -> key.equals(record.key()), PATIENCE);
            assertThat(CloudEvents.get(dead.headers(), "dead-letter-reason")).isEqualTo("it has no name");
        }
    }

    @Test
    void shouldHearNotices() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        PgSubscriber subscriber = notices.subscriber();
        subscriber.channel(CHANNEL).handler(heard::complete);
        subscriber.connect().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        notifier.now(CHANNEL, "payload");

        assertThat(heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("payload");
        subscriber.close();
    }

    @Test
    void shouldBeReadyWithEverySessionEncrypted() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.status", everyItem(is("UP"))));
        var sessions = pool.query(
                        "select application_name, ssl from pg_stat_activity join pg_stat_ssl using (pid) where usename = current_user")
                .executeAndAwait();
        assertThat(sessions)
                .extracting(row -> row.getString(0))
                .anyMatch(name -> name.endsWith("-outbox"))
                .anyMatch(name -> !name.endsWith("-outbox"));
        assertThat(sessions).allMatch(row -> row.getBoolean(1));
    }

    @Test
    void shouldNotTalkToADatabaseWhoseCertificateIsOfAnotherAuthority(@TempDir Path folder) {
        OutboxSettings others = copy(settings.url(), new Authority(folder).certificate());

        assertThatThrownBy(() -> OutboxSession.open(others)).hasStackTraceContaining("PKIX");
    }

    @Test
    void shouldNotTalkToADatabaseUnderANameThatIsNotInItsCertificate() {
        OutboxSettings others = copy(
                settings.url().replace("127.0.0.1", "localhost"),
                Path.of(settings.authority().orElseThrow()));

        assertThatThrownBy(() -> OutboxSession.open(others))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("localhost");
    }

    private boolean noted(String name) {
        return pool.preparedQuery("select count from note where name = $1")
                        .executeAndAwait(Tuple.of(name))
                        .size()
                == 1;
    }

    private OutboxSettings copy(String url, Path authority) {
        OutboxSettings copy = new OutboxSettings();
        copy.url = url;
        copy.user = settings.user();
        copy.password = settings.password();
        copy.service = settings.service();
        copy.authority = Optional.of(authority.toString());
        return copy;
    }
}
