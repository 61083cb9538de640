package io.fairlead.relay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.relay.OutsideWorld;
import io.fairlead.relay.Until;
import io.fairlead.testkit.FairleadTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of callers who come at once, each with a connection of their own, when nothing is kept. */
@FairleadTest
class SpikeTest {

    private static final int KEYS = 20;
    private static final String BODY = "x".repeat(10_000);

    /** Of what a caller takes while it waits: connection, request and all, on its own side too, which is in this heap. */
    private static final long EACH = 48 << 10;

    private static final long FOR_ALL = 32 << 20;

    Origin origin;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(ints = {1_000, OutsideWorld.WAITERS, OutsideWorld.WAITERS + 1_000})
    void shouldAnswerAsManyAsMayWaitAndSendTheOthersAway(int callers) throws Exception {
        String path = "/" + UUID.randomUUID();
        CountDownLatch all = new CountDownLatch(1);
        for (int key = 0; key < KEYS; key++) {
            origin.on(path + key, (exchange, number) -> {
                await(all);
                Origin.send(exchange, 200, BODY, "Cache-Control", "max-age=600");
            });
        }
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(30_000),
                new PoolOptions().setHttp1MaxSize(callers));
        try {
            long before = heap();
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                statuses.add(get(client, "/api/v1/relay/spike" + path + i % KEYS));
            }
            int waiting = Math.min(callers, OutsideWorld.WAITERS);
            Until.holds(
                    "as many wait as may, and all others have been answered",
                    () -> meters.get("fairlead.relay.waiters").gauge().value() == waiting
                            && statuses.stream().filter(Future::isComplete).count() == callers - waiting);
            assertThat(heap() - before).isLessThan(FOR_ALL + EACH * waiting);

            all.countDown();
            Future.all(statuses).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);

            assertThat(statuses).extracting(Future::result).isSubsetOf(200, 503);
            assertThat(statuses).filteredOn(status -> status.result() == 503).hasSize(callers - waiting);
            for (int key = 0; key < KEYS; key++) {
                assertThat(origin.asked(path + key)).hasSize(1);
            }
            assertThat(Http.get("/api/v1/relay/spike" + path + "0").join().statusCode())
                    .isEqualTo(200);
        } finally {
            client.close();
        }
    }

    private static Future<Integer> get(HttpClient client, String target) {
        return client.request(HttpMethod.GET, RestAssured.port, "localhost", target)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> checked(response)));
    }

    private static int checked(HttpClientResponse response) {
        if (response.statusCode() == 503) {
            assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        }
        return response.statusCode();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
