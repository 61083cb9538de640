package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.sensors.Sample;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long exports are there. */
@FairleadTest
class ExportHousekeepingTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @Inject
    ExportHousekeeping housekeeping;

    @Inject
    Pool pool;

    @Test
    void shouldForgetWhatCannotBeFetchedAnyMore() {
        Exporting viewer = Exporting.byViewer();
        Sample sample = Sample.of(vessels, sealer);
        sample.days();
        String body = Exporting.body("readings", "csv", sample.vessel(), "");
        String kept = viewer.create(body);
        String old = viewer.create(body);
        String url = viewer.urls(old).get(0);
        run("update export set expires_at = now() where id = $1", Long.parseLong(old));

        int status = viewer.fetch(url, Map.of()).statusCode();
        housekeeping.forget().await().indefinitely();

        assertThat(status).isEqualTo(404);
        assertThat(run("delete from export_part where export_id = $1", Long.parseLong(old)))
                .isZero();
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(viewer.get(kept).getString("expiresAt"))))
                .isBetween(Duration.of(29, ChronoUnit.DAYS), Duration.of(30, ChronoUnit.DAYS));
    }

    private int run(String sql, long id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .rowCount();
    }
}
