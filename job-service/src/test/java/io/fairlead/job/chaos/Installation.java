package io.fairlead.job.chaos;

import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that takes part: PostgreSQL, instances for requests and for work, and Python workers. */
final class Installation implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(3);
    private static final List<String> SETTINGS = List.of(
            "-Dfairlead.queue.lease=" + LEASE,
            "-Dfairlead.queue.heartbeat=1s",
            "-Dfairlead.queue.first-pause=PT0.1S",
            "-Dfairlead.database.idle-in-transaction=2s");
    private static final int OUTSIDE = 6;

    final KillablePostgres postgres;
    final List<Instance> instances = new ArrayList<>();
    final List<OutsideWorker> workers = new ArrayList<>();
    private final Path logs;
    private final int port = Ports.free();

    /** Starts PostgreSQL and the instances: the first answers requests only, the others work too. */
    Installation(Path folder, Path logs) throws IOException, SQLException {
        this.logs = logs;
        postgres = new KillablePostgres(folder.resolve("postgres"), port);
        instances.add(instance("api", "-Dfairlead.worker.enabled=false"));
        instances.get(0).process().awaitReady();
        instances.add(instance("one", "-Dfairlead.worker.threads=8"));
        instances.add(instance("two", "-Dfairlead.worker.threads=8"));
    }

    private Instance instance(String name, String setting) throws IOException {
        return new Instance(
                port,
                logs.resolve(name + ".log"),
                Stream.concat(SETTINGS.stream(), Stream.of(setting)).toList());
    }

    /** Waits for the instances and starts the workers, shared out among them. */
    void complete() throws IOException {
        instances.forEach(instance -> instance.process().awaitReady());
        for (int i = 0; i < OUTSIDE; i++) {
            String service = instances.get(i % instances.size()).process().url();
            workers.add(new OutsideWorker(service, logs.resolve("workers.log").toFile()));
        }
    }

    List<String> urls() {
        return instances.stream().map(instance -> instance.process().url()).toList();
    }

    @Override
    public void close() throws IOException {
        workers.forEach(OutsideWorker::close);
        instances.forEach(Instance::close);
        postgres.close();
    }
}
