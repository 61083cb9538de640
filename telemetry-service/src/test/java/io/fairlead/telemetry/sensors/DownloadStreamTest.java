package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long downloads are read as they are taken, and break off when something is wrong. */
@FairleadTest
class DownloadStreamTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @Inject
    Readings readings;

    @Inject
    Pool pool;

    private Sample sample;
    private String vessel;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        vessel = sample.vessel();
    }

    @Test
    void shouldStreamDaysInOrderAndReadThemAsTheyAreTaken() {
        sample.days();
        long from = QuarterHours.nanos(Sample.START);

        assertThat(Sample.accept("text/csv", sample.readings()).asString().lines())
                .hasSize(1 + Sample.DAYS * Sample.PER_DAY);
        assertThat(Sample.accept("text/csv", sample.readings())
                        .asString()
                        .lines()
                        .skip(1))
                .isSorted();
        var slow = readings.byDay(pool, vessel, Long.parseLong(sample.channel()), from, Long.MAX_VALUE / 2)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        slow.awaitItems(1).run(() -> slow.awaitItems(1)).request(10).awaitCompletion();
        assertThat(slow.getItems()).hasSize(Sample.DAYS).allMatch(points -> points.size() == Sample.PER_DAY);
    }

    @Test
    void shouldBreakOffWhenItFailsInTheMiddle() {
        sample.days();
        String[] damaged = {"2026-02-02", "2026-01-31"};

        damage(damaged[0]);
        assertThatThrownBy(() -> raw(sample.readings() + "&format=csv")).isInstanceOf(IOException.class);
        damage(damaged[1]);
        get(sample.readings() + "&format=csv").statusCode(500).contentType(startsWith("application/problem+json"));
    }

    private void damage(String day) {
        pool.preparedQuery("update block set data = '\\x00' where series_id = $1 and day = $2")
                .execute(Tuple.of(Long.parseLong(sample.channel()), java.time.LocalDate.parse(day)))
                .await()
                .indefinitely();
    }

    private static String raw(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.viewer())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
