package io.fairlead.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@FairleadTest
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COUNT_UP =
            """
            insert into note (name, count) values ($1, 1)
            on conflict (name) do update set count = note.count + 1
            returning count
            """;

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Test
    void shouldPublishACloudEventWhenTheTransactionCommits() {
        String key = key();

        append(Event.of(Topics.JOBS_EVENTS, key, "job.accepted", Map.of("id", key)));

        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS)) {
            var record = topic.await(r -> r.key().equals(key), PATIENCE);
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"" + key + "\"}");
            assertThat(CloudEvents.get(record.headers(), "ce_specversion")).isEqualTo("1.0");
            assertThat(CloudEvents.get(record.headers(), "ce_source")).isEqualTo("/fairlead/core-test");
            assertThat(CloudEvents.get(record.headers(), "ce_type")).isEqualTo("job.accepted");
            assertThat(UUID.fromString(CloudEvents.get(record.headers(), "ce_id")))
                    .isNotNull();
            assertThat(Instant.parse(CloudEvents.get(record.headers(), "ce_time")))
                    .isBeforeOrEqualTo(Instant.now());
        }
    }

    @Test
    void shouldPublishNothingWhenTheTransactionRollsBack() {
        String lost = key();
        String kept = key();

        pool.withTransaction(transaction -> outbox.append(transaction, event(lost, 1))
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("rolled back"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
        append(event(kept, 1));

        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS)) {
            topic.await(r -> r.key().equals(kept), PATIENCE);
            assertThat(topic.seen(r -> r.key().equals(lost))).isEmpty();
        }
    }

    @Test
    void shouldKeepTheOrderPerKeyWhenManyTransactionsRace() {
        List<String> keys = List.of(key(), key(), key());
        int changes = 100;

        Multi.createFrom()
                .items(IntStream.range(0, changes * keys.size()).boxed())
                .onItem()
                .transformToUni(i -> change(keys.get(i % keys.size())))
                .merge(12)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS)) {
            var records = topic.awaitAll(r -> keys.contains(r.key()), changes * keys.size(), PATIENCE);
            var byKey = records.stream().collect(Collectors.groupingBy(ConsumerRecord::key));
            assertThat(byKey.values()).allSatisfy(of -> assertThat(of.stream().map(OutboxTest::count))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, changes).boxed().toList()));
        }
    }

    @Test
    void shouldNotDeadlockWhenTransactionsAppendTheSameKeysInDifferentOrders() {
        List<Event> forth = List.of(event(key(), 1), event(key(), 1), event(key(), 1));
        List<Event> back = List.of(forth.get(2), forth.get(1), forth.get(0));

        Multi.createFrom()
                .range(0, 100)
                .onItem()
                .transformToUni(i -> pool.withTransaction(t -> outbox.append(t, i % 2 == 0 ? forth : back)))
                .merge(12)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        try (TopicReader topic = TopicReader.open(Topics.JOBS_EVENTS)) {
            assertThat(topic.awaitAll(r -> r.key().equals(forth.get(0).key()), 100, PATIENCE))
                    .hasSize(100);
        }
    }

    @Test
    void shouldMakeTheSecondAppenderOfAKeyWaitUntilTheFirstEnds() {
        String key = key();
        SqlConnection first = pool.getConnection().await().atMost(PATIENCE);
        var transaction = first.begin().await().atMost(PATIENCE);
        outbox.append(first, event(key, 1)).await().atMost(PATIENCE);

        var second = pool.withTransaction(t -> outbox.append(t, event(key, 2))).subscribeAsCompletionStage();
        Awaitility.await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
        assertThat(second).isNotDone();
        transaction.commit().await().atMost(PATIENCE);
        first.close().await().atMost(PATIENCE);

        assertThat(second).succeedsWithin(PATIENCE);
    }

    private boolean somebodyWaitsForALock() {
        String sql = "select exists (select from pg_locks where locktype = 'advisory' and not granted)";
        return pool.query(sql).executeAndAwait().iterator().next().getBoolean(0);
    }

    private Uni<Void> change(String name) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(COUNT_UP)
                .execute(Tuple.of(name))
                .chain(rows -> outbox.append(
                        transaction, event(name, rows.iterator().next().getInteger(0)))));
    }

    private void append(Event event) {
        pool.withTransaction((SqlConnection transaction) -> outbox.append(transaction, event))
                .await()
                .atMost(PATIENCE);
    }

    private static Event event(String key, int count) {
        return Event.of(Topics.JOBS_EVENTS, key, "note.counted", Map.of("count", count));
    }

    private static int count(ConsumerRecord<String, byte[]> record) {
        String json = new String(record.value(), StandardCharsets.UTF_8);
        return Integer.parseInt(json.replaceAll("\\D", ""));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
