package io.fairlead.job.webhook;

import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.rows.Rows;
import io.fairlead.job.JobEvents;
import io.fairlead.job.job.CallbackBody;
import io.fairlead.job.subscriber.WebhookConfig;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries of tomorrow, which the service does not touch today, and instances that make them. */
@FairleadTest
class DelivererTest {

    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final String INSERT =
            """
            insert into webhook_delivery (job_id, version, event, url, due_at)
            select $1, 3, 'job.successful', $2, $3 from generate_series(1, $4)
            returning id
            """;

    @Inject
    Pool pool;

    @Inject
    Deliveries deliveries;

    @Inject
    WebhookClient client;

    @Inject
    CallbackBody bodies;

    @Inject
    Secrets secrets;

    @Inject
    WebhookConfig config;

    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver();
        pool.query("delete from webhook_delivery").execute().await().atMost(AT_MOST);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldMakeEachDeliveryOnceWhenSeveralInstancesShareThem() throws InterruptedException {
        int count = 60;
        dueTomorrow(count);
        List<Uni<Integer>> instances = Stream.generate(this::instance)
                .limit(4)
                .map(instance -> all(instance))
                .toList();

        Uni.join().all(instances).andFailFast().await().atMost(AT_MOST);

        List<String> ids = IntStream.range(0, count).mapToObj(i -> next().id()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldGiveEachDeliveryToOneInstanceOnly() {
        int count = 400;
        dueTomorrow(count);
        List<Uni<List<UUID>>> instances =
                Stream.generate(this::claimAll).limit(8).toList();

        List<UUID> claimed = Uni.join().all(instances).andFailFast().await().atMost(AT_MOST).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().hasSize(count);
    }

    /** Takes a few at a time until there are none. */
    private Uni<List<UUID>> claimAll() {
        return deliveries
                .claim(new Deliveries.Room(10, 10, Map.of()), TOMORROW, Duration.ofDays(1))
                .chain(due -> {
                    List<UUID> ids = due.stream().map(Deliveries.Due::id).toList();
                    return ids.isEmpty()
                            ? Uni.createFrom().item(ids)
                            : claimAll().map(more -> Stream.concat(ids.stream(), more.stream())
                                    .toList());
                });
    }

    @Test
    void shouldMakeADeliveryWhenTheInstanceThatBeganItDied() {
        dueTomorrow(1);
        Duration lease = Duration.ofSeconds(45);
        List<Deliveries.Due> lost = claim(10, lease);
        assertThat(lost).hasSize(1);

        assertThat(deliver(TOMORROW.plus(lease).minusSeconds(1))).isZero();
        assertThat(deliver(TOMORROW.plus(lease).plusSeconds(1))).isOne();

        assertThat(next().id()).isEqualTo("msg_" + lost.get(0).id());
    }

    @Test
    void shouldNotCountWhatALateInstanceSaysOfADelivery() {
        dueTomorrow(1);
        Duration lease = Duration.ofSeconds(45);
        Deliveries.Due late = claim(10, lease).get(0);
        deliver(TOMORROW.plus(lease).plusSeconds(1));
        next();

        deliveries
                .end(late, "failed", null, Answer.none("too late"), TOMORROW, TOMORROW)
                .await()
                .atMost(AT_MOST);

        assertThat(state(late.id())).isEqualTo("delivered");
    }

    @Test
    void shouldGiveUpAfterTheLastPause() {
        UUID delivery = dueTomorrow(1).get(0);
        receiver.answering(503);
        Instant time = TOMORROW;
        for (int attempt = 1; attempt <= config.pauses().size() + 1; attempt++) {
            assertThat(state(delivery)).isEqualTo("waiting");
            assertThat(deliver(time)).isOne();
            next();
            time = time.plus(Duration.ofDays(2));
        }

        assertThat(state(delivery)).isEqualTo("failed");
        assertThat(deliver(time)).isZero();
    }

    @Test
    void shouldSendNoMoreToAnAddressThatIsGone() {
        List<UUID> deliveries = dueTomorrow(2);
        receiver.answering(410);
        Deliveries.Due first = claim(1, Duration.ofDays(1)).get(0);

        this.deliveries
                .end(first, "gone", null, Answer.of(410, null, null), TOMORROW, TOMORROW)
                .await()
                .atMost(AT_MOST);

        assertThat(deliveries).extracting(this::state).containsOnly("gone");
    }

    @Test
    void shouldGiveUpAMessageThatCannotBeMade() {
        UUID delivery = dueTomorrow(1).get(0);
        pool.preparedQuery("update webhook_delivery set event = 'job.failed' where id = $1")
                .execute(Tuple.of(delivery))
                .await()
                .atMost(AT_MOST);
        pool.preparedQuery("update job_event set data = '7' from webhook_delivery as told where told.id = $1 "
                        + "and job_event.job_id = told.job_id")
                .execute(Tuple.of(delivery))
                .await()
                .atMost(AT_MOST);
        Instant time = TOMORROW;
        for (int attempt = 1; attempt <= config.pauses().size() + 1; attempt++) {
            assertThat(deliver(time)).isOne();
            time = time.plus(Duration.ofDays(2));
        }

        assertThat(state(delivery)).isEqualTo("failed");
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldLeaveRoomForOthersWhenManyDeliveriesOfOneReceiverAreDue() {
        dueTomorrow(20);
        try (Receiver other = new Receiver()) {
            UUID delivery = dueTomorrow(1, other).get(0);

            List<Deliveries.Due> claimed = claim(32, Duration.ofDays(1));

            assertThat(claimed).hasSize(5).extracting(Deliveries.Due::id).contains(delivery);
            assertThat(claim(new Deliveries.Room(32, 4, Map.of(receiver.url(""), 3)), Duration.ofDays(1)))
                    .hasSize(1);
        }
    }

    @Test
    void shouldComeToEachReceiverInTurnWhenVeryManyWait() {
        dueTomorrow(1);
        pool.query(
                        """
                        insert into webhook_delivery (job_id, version, event, url, due_at)
                        select job_id, version, event, 'http://' || place || '.example/', due_at
                        from webhook_delivery, generate_series(1000, 1499) as place
                        """)
                .execute()
                .await()
                .atMost(AT_MOST);

        List<Integer> claimed = IntStream.range(0, 3)
                .mapToObj(i -> claim(1000, Duration.ofDays(1)).size())
                .toList();

        assertThat(claimed).containsExactly(200, 200, 101);
        assertThat(claim(1000, Duration.ofDays(2))).isEmpty();
    }

    private List<Deliveries.Due> claim(int most, Duration lease) {
        return claim(new Deliveries.Room(most, 4, Map.of()), lease);
    }

    private List<Deliveries.Due> claim(Deliveries.Room room, Duration lease) {
        return deliveries.claim(room, TOMORROW, lease).await().atMost(AT_MOST);
    }

    private Deliverer instance() {
        return new Deliverer(deliveries, client, bodies, secrets, config, Clock.systemUTC());
    }

    private int deliver(Instant now) {
        return instance().deliver(now).await().atMost(AT_MOST);
    }

    /** Goes on until nothing is due. */
    private static Uni<Integer> all(Deliverer instance) {
        return instance.deliver(TOMORROW)
                .chain(count ->
                        count == 0 ? Uni.createFrom().item(0) : all(instance).map(more -> count + more));
    }

    private Receiver.Message next() {
        try {
            return receiver.next();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String state(UUID delivery) {
        return pool.preparedQuery("select state from webhook_delivery where id = $1")
                .execute(Tuple.of(delivery))
                .await()
                .atMost(AT_MOST)
                .iterator()
                .next()
                .getString("state");
    }

    /** Deliveries of one job, all the same, that are due tomorrow. */
    private List<UUID> dueTomorrow(int count) {
        return dueTomorrow(count, receiver);
    }

    private List<UUID> dueTomorrow(int count, Receiver receiver) {
        String job = submitted(
                """
                {"process":"echo","inputs":{"message":"a"},"subscriber":{"failedUri":"http://127.0.0.1:1/"}}""");
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }
        return Rows.list(
                pool.preparedQuery(INSERT)
                        .execute(Tuple.of(UUID.fromString(job), receiver.url("/"), Rows.utc(TOMORROW), count))
                        .await()
                        .atMost(AT_MOST),
                row -> row.getUUID("id"));
    }
}
