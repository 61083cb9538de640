package io.fairlead.job.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that do nothing, here and through the peers, on one PostgreSQL. Runs on request: {@code benchmarks/jobs/run peers}. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class PeersBenchmark {

    private static final Path PEERS = Path.of(System.getProperty("fairlead.root"), "benchmarks", "jobs");
    private static final int ONE = Integer.getInteger("benchmark.jobs", 20_000);
    private static final int BULK = Integer.getInteger("benchmark.bulk", 20_000);
    private static final int STARTS = 300;

    /** Jobs before anything is measured: a service runs for weeks, and Java compiles in its first minute. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 40_000);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private KillablePostgres postgres;
    private RabbitMq broker;
    private int port;

    private interface Mode {
        Figures run(String mode) throws Exception;
    }

    @Test
    void measure() throws Exception {
        port = Ports.free();
        postgres = new KillablePostgres(folder.resolve("postgres"), port);
        System.out.printf(
                "%-28s %9s %9s %9s %9s %s%n",
                "", "one/s", "bulk/s", "p50 ms", "p99 ms", "CPU ms/job: own + PostgreSQL and broker");
        Path log = Files.createDirectories(Path.of("target")).resolve("peers.log");
        ours(log);
        String river = PEERS.resolve("target/river").toString();
        peer("River", List.of(river), List.of("100ms"));
        peer("River, fetch cooldown 1 ms", List.of(river), List.of("1ms"));
        List<String> graphile =
                List.of("node", PEERS.resolve("target/graphile/run.mjs").toString());
        peer("graphile-worker", graphile, List.of("default"));
        peer("graphile-worker, tuned", graphile, List.of("tuned"));
        try (RabbitMq rabbit = new RabbitMq(folder.resolve("rabbit"), log)) {
            broker = rabbit;
            String python = PEERS.resolve("target/python/bin/python").toString();
            peer("Celery", List.of(python, PEERS.resolve("peers/celery/run.py").toString()), List.of());
        }
        postgres.close();
    }

    private void ours(Path log) throws Exception {
        try (Fairlead fairlead = new Fairlead(postgres, log, 64)) {
            fairlead.run("one", WARM_UP);
            fairlead.run("bulk", WARM_UP);
            line("Fairlead", mode -> fairlead.run(mode, jobs(mode)), fairlead::cpu);
        }
        try (Fairlead fairlead = new Fairlead(postgres, log, 1000)) {
            fairlead.run("one", ONE);
            System.out.printf("  status reads/s while 1,000 jobs run: %.0f%n", fairlead.statusPerSecond(1000, 10_000));
        }
        try (Fairlead fairlead = new Fairlead(postgres, log, 0)) {
            fairlead.submitsPerSecond(WARM_UP / 2);
            System.out.printf("  submits/s while none run: %.0f%n", fairlead.submitsPerSecond(ONE));
        }
    }

    /** A process for each mode, on a database of its own. */
    private void peer(String title, List<String> command, List<String> options) throws Exception {
        line(title, mode -> child(command, mode, options), CpuTime::ofEnded);
    }

    private Figures child(List<String> command, String mode, List<String> options) throws Exception {
        String database = "peer_" + UUID.randomUUID().toString().replace("-", "");
        postgres.run("create database " + database);
        String address = "postgresql://postgres@127.0.0.1:" + port + "/" + database;
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(address, mode, "" + jobs(mode)));
        all.addAll(options);
        ProcessBuilder process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("BACKEND", address.replace("postgresql:", "db+postgresql+psycopg2:"));
        process.environment().put("BROKER", broker == null ? "" : broker.address());
        Process running = process.start();
        String[] lines = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        running.waitFor();
        return json.readValue(lines[lines.length - 1], Figures.class);
    }

    private void line(String title, Mode mode, DoubleSupplier cpu) throws Exception {
        if (!title.matches(System.getProperty("benchmark.only", ".*"))) {
            return;
        }
        double before = cpu.getAsDouble();
        double sharedBefore = shared();
        Figures one = mode.run("one");
        double used = cpu.getAsDouble() - before;
        double sharedUsed = shared() - sharedBefore;
        Figures bulk = mode.run("bulk");
        Figures start = mode.run("start");
        System.out.printf(
                "%-28s %9.0f %9.0f %9.1f %9.1f %9.2f + %.2f%n",
                title,
                one.perSecond(),
                bulk.perSecond(),
                start.p50(),
                start.p99(),
                used * 1000 / one.jobs(),
                sharedUsed * 1000 / one.jobs());
    }

    private double shared() throws IOException {
        return CpuTime.of(postgres.process()) + (broker == null ? 0 : CpuTime.of(broker.process()));
    }

    private static int jobs(String mode) {
        return switch (mode) {
            case "one" -> ONE;
            case "bulk" -> BULK;
            default -> STARTS;
        };
    }
}
