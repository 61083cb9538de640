package io.fairlead.telemetry.analytics;

import static io.fairlead.telemetry.analytics.Analytics.list;
import static io.fairlead.telemetry.analytics.Analytics.number;
import static io.fairlead.telemetry.analytics.Analytics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

@FairleadTest
class ResultHousekeepingTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Test
    void shouldForgetAResultWithItsRevisionsWhenItsTimeIsOver() {
        vessels.active("V1", null);
        publish(number("score", "V1", 1, "r1", 0.5)).statusCode(201);
        publish(number("score", "V1", 1, "r1", 0.6).replace("2026-02-01T01", "2026-02-01T02"))
                .statusCode(200);

        // Its period may be long over: from when it was recorded it is kept as long as any other.
        forgetAfter(Duration.ofDays(29));
        list("?vessel=V1").body("items", hasSize(1));

        forgetAfter(Duration.ofDays(31));
        list("?vessel=V1").body("items", hasSize(0));
        assertThat(pool.query("select from analytics_result_revision")
                        .executeAndAwait()
                        .size())
                .isZero();
    }

    private void forgetAfter(Duration time) {
        new ResultHousekeeping(pool, Clock.offset(clock, time), Period.ofDays(30))
                .forget()
                .await()
                .indefinitely();
    }
}
