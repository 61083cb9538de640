package io.fairlead.telemetry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances seal, rewrite and forget all the time, on one database, and do not get into each other's way. */
class SeveralInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> BUSY = List.of(
            "-Dfairlead.store.seal-after=PT0S",
            "-Dfairlead.store.seal-every=0.05s",
            "-Dfairlead.store.compact-every=0.05s",
            "-Dfairlead.store.forget-after-start=0s",
            "-Dfairlead.store.forget-every=0.1s",
            "-Dfairlead.store.measure-every=0.1s",
            "-Dfairlead.readings.retention=P30D");

    @TempDir
    Path folder;

    @Test
    void shouldKeepEveryReadingOnceWhileSeveralInstancesSealRewriteAndForget() throws Exception {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
        try (KillablePostgres postgres = new KillablePostgres(folder.resolve("postgres"), Ports.free())) {
            List<String> settings = new ArrayList<>(postgres.settings());
            settings.addAll(BUSY);
            try (ServiceProcess one = ServiceProcess.start(Ports.free(), folder.resolve("one.log"), settings);
                    ServiceProcess other = ServiceProcess.start(Ports.free(), folder.resolve("other.log"), settings)) {
                Vessels.add(postgres, "MV101");
                Vessels.add(postgres, "MV102");
                List<SendingShip> ships = List.of(
                        new SendingShip(one.url(), "MV101", yesterday),
                        new SendingShip(other.url(), "MV102", yesterday));
                ships.forEach(SendingShip::keepSending);
                for (int days = 1; days <= 3; days++) {
                    postgres.run("set role telemetry; select ensure_block_day(date '2020-01-01' + day)"
                            + " from generate_series(0, 9) day");
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> postgres.number("select count(*) from pg_class where relkind = 'r'"
                                            + " and relname like 'block_2020%'")
                                    == 0);
                }
                ships.forEach(ship -> ship.awaitAccepted(20));
                ships.forEach(SendingShip::stop);

                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> postgres.number("select count(*) from telemetry.head") == 0
                                && postgres.number("select count(*) from telemetry.block") == 4);
                int accepted =
                        2 * ships.stream().mapToInt(SendingShip::accepted).sum();
                assertThat(postgres.number("select sum(readings) from telemetry.block"))
                        .isEqualTo(accepted);
                assertThat(ships).allSatisfy(ship -> {
                    assertThat(ship.read(SendingShip.JSON)).isEqualTo(ship.expected());
                    assertThat(ship.read(SendingShip.LINES)).isEqualTo(ship.expected());
                });
                assertThat(one.log() + other.log()).doesNotContain(" ERROR ", "(42P01)");
            }
        }
    }
}
