package io.fairlead.job.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs jobs on several instances of the packaged service and on Python workers while it kills, stops and cuts off all of
 * them and PostgreSQL, and then holds all that was recorded against what is promised. {@code -Dchaos.jobs} and
 * {@code -Dchaos.seconds} make it longer, {@code -Dchaos.seed} draws the same again.
 */
class ChaosIT {

    private static final Logger LOG = Logger.getLogger(ChaosIT.class);
    private static final int JOBS = Integer.getInteger("chaos.jobs", 2000);
    private static final int SECONDS = Integer.getInteger("chaos.seconds", 35);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final int SEATS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Until it is looked for, and until a stopped instance's locks are taken from it; and the machine has other work. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    @Test
    void shouldKeepEveryPromiseWhenAnythingDiesStopsOrIsCutOff() throws Exception {
        System.out.printf("chaos: -Dchaos.seed=%d -Dchaos.jobs=%d -Dchaos.seconds=%d%n", SEED, JOBS, SECONDS);
        Random random = new Random(SEED);
        Path logs = Files.createDirectories(Path.of("target", "chaos"));
        try (Installation installation = new Installation(folder, logs)) {
            Recorder recorder = new Recorder(installation.postgres);
            installation.complete();
            Clients clients = new Clients(installation.urls(), new Random(random.nextLong()));
            clients.makeProjects();
            clients.setSeats(SEATS);
            Disturbances disturbances = new Disturbances(installation, new Random(random.nextLong()));

            CompletableFuture<Void> submitting = CompletableFuture.runAsync(() -> submit(clients));
            disturb(disturbances, submitting);
            awaitEnd(installation);

            History history = recorder.history(clients, disturbances, GRACE);
            System.out.printf("chaos: %s%n", disturbances.counts());
            System.out.printf("chaos: %s%n", history.tally());
            assertThat(HistoryCheck.violations(history)).isEmpty();
            assertThat(history.attempts()).anyMatch(attempt -> attempt.outcome().equals("crash"));
        }
    }

    /** Evenly over the time, as far as the service takes them. */
    private static void submit(Clients clients) {
        long begin = System.nanoTime();
        try {
            while (clients.accepted().size() < JOBS) {
                long due = begin + clients.accepted().size() * SECONDS * 1_000_000_000L / JOBS;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                clients.submitSome();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void disturb(Disturbances disturbances, CompletableFuture<Void> submitting) throws IOException {
        while (!submitting.isDone()) {
            disturbances.next();
        }
        disturbances.end();
        submitting.join();
    }

    private static void awaitEnd(Installation installation) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> isOver(installation));
    }

    private static boolean isOver(Installation installation) throws SQLException {
        long jobs = installation.postgres.number("select count(*) from jobs.job where finished_at is null");
        long events = installation.postgres.number("select count(*) from jobs.outbox");
        LOG.infof("jobs=%d events=%d left", jobs, events);
        return jobs == 0 && events == 0;
    }
}
