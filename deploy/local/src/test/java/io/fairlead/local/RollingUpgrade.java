package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Expands the schemas and then replaces every instance of three services, one after the other, while clients write, read and
 * listen: no request may fail, nothing may be lost or doubled.
 */
final class RollingUpgrade {

    private static final List<Service> REPLACED = List.of(Service.FLEET, Service.TELEMETRY, Service.JOB);

    /** What a newer version's migration adds to tables that are written and read all the time. */
    private static final Map<Service, String> EXPANSIONS = Map.of(
            Service.FLEET, "alter table vessel add column call_sign text default 'none'",
            Service.TELEMETRY, "alter table series add column remark text default 'none'",
            Service.JOB, "alter table job add column remark text default 'none'");

    /** As Flyway writes down a migration that is newer than any of this version's. */
    static final String HISTORY =
            """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success)
            select max(installed_rank) + 1, '209901010000', 'expand', 'SQL', 'V209901010000__expand.sql', 1,
                current_user, 1, true from flyway_schema_history
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Stack stack;

    RollingUpgrade(Stack stack) {
        this.stack = stack;
    }

    void run() throws Exception {
        Load load = Load.start(stack.url());
        for (Service service : REPLACED) {
            expand(service);
        }
        load.awaitRounds(5);
        for (int i = 0; i < stack.settings().instances(); i++) {
            replace(i);
            load.awaitRounds(5);
        }
        load.stop();
        load.awaitStream();

        System.out.printf(
                "rolling upgrade: %d requests, %d failed; %d vessels, %d readings, %d jobs; %d streams begun again%n",
                load.requests.get(),
                load.failures.size(),
                load.vessels.size(),
                load.readings.get(),
                load.jobs.size(),
                load.reconnects.get());
        assertEquals(List.of(), List.copyOf(load.failures));
        assertTrue(load.reconnects.get() > 0, "the stream was never told to come back");
        check(load);
    }

    private void check(Load load) throws InterruptedException {
        List<String> told = load.stream.seen().stream()
                .map(FleetStream.Event::key)
                .filter(key -> key.startsWith("ROLL-" + load.run))
                .toList();
        assertEquals(load.vessels, told, "each vessel is told once, in its order");
        assertEquals(load.jobs.size(), new HashSet<>(load.jobs).size());
        for (String job : load.jobs) {
            awaitSuccess(load, job);
        }
        assertEquals(load.readings.get(), stored(load));
    }

    private static void awaitSuccess(Load load, String job) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status = status(load, job);
        while (!status.equals("successful")) {
            if (System.nanoTime() > deadline || status.equals("failed")) {
                throw new AssertionError("job " + job + " is " + status);
            }
            Thread.sleep(20);
            status = status(load, job);
        }
    }

    private static String status(Load load, String job) {
        return load.ask(200, Identity.OPERATOR, "GET", "/api/v1/jobs/" + job, null)
                .path("status")
                .asText();
    }

    private int stored(Load load) {
        String channels = "/api/v1/sensors/MV102/channels";
        for (JsonNode channel : all(load, channels)) {
            if (load.run.equals(channel.path("labels").path("consumer").asText())) {
                return all(load, channels + "/" + channel.path("id").asText() + "/readings")
                        .size();
            }
        }
        return 0;
    }

    private static List<JsonNode> all(Load load, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = load.ask(200, Identity.OPERATOR, "GET", path + "?limit=1000" + cursor, null);
            page.path("items").forEach(items::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private void expand(Service service) throws SQLException {
        Context context = stack.context();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + context.settings().databaseUrl(),
                        service.schema(),
                        context.databasePassword(service.schema()));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '5s'");
            statement.execute(EXPANSIONS.get(service));
            statement.execute(HISTORY);
            connection.commit();
        }
    }

    /** SIGTERM; the supervisor starts another. Returns when the gateway sends requests to it. */
    private void replace(int index) throws Exception {
        List<Process> old = new ArrayList<>();
        for (Service service : REPLACED) {
            old.add(stack.terminate(service, index));
        }
        for (Process process : old) {
            assertTrue(process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS), "it did not stop");
        }
        for (Service service : REPLACED) {
            stack.awaitService(service, index);
            stack.awaitRouted(service, index);
        }
    }
}
