package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fairlead.local.MetricTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Compares what is written of metrics, in the documentation, dashboards and alerts, with what a stack that works exposes. */
final class MetricsCheck {

    /** What is measured on schedule is measured that often. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of Prometheus itself. */
    private static final String UP = "up";

    private final Path root;
    private final Settings settings;
    private final Api api;

    MetricsCheck(Path root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.api = new Api(settings.publicUrl());
    }

    void run() throws IOException {
        askAnUpstreamWithALimit();
        List<Row> table = MetricTable.read(root);
        assertTrue(table.size() > 40, () -> "rows: " + table.size());
        for (Service service : Service.values()) {
            compare(service, table.stream().filter(row -> row.of(service)).toList());
        }
        requireNamesOfQueries(table);
    }

    private void askAnUpstreamWithALimit() {
        Api.Answer made = api.post(
                Identity.ADMIN,
                "/api/v1/relay/upstreams",
                """
                {"name":"limited","url":"%s","requestsPerSecond":5,"burst":5}"""
                        .formatted(settings.menuUrl()));
        assertTrue(
                Set.of(201, 409).contains(made.status()), () -> made.response().body());
        api.get(null, "/relay_anything/api/restaurant?metrics=" + System.nanoTime());
    }

    private void compare(Service service, List<Row> rows) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> found = ours(service);
        while (!found.equals(wanted(rows, found)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            found = ours(service);
        }
        assertEquals(lines(wanted(rows, found)), lines(found), service.module());
    }

    /** All that is written, but what is there at times only where it is there now. */
    private static Map<String, String> wanted(List<Row> rows, Map<String, String> found) {
        Map<String, String> wanted = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.atTimes() || found.containsKey(row.name()))
                .forEach(row -> describe(row, wanted));
        return wanted;
    }

    private static void describe(Row row, Map<String, String> into) {
        into.put(row.name(), row.kind() + " " + row.labels());
        if (row.kind().equals("summary")) {
            into.put(row.name() + "_max", "gauge " + row.labels());
        }
    }

    private Map<String, String> ours(Service service) {
        Exposition exposed = exposed(service);
        Map<String, String> ours = new TreeMap<>();
        exposed.kinds.forEach((name, kind) -> {
            if (name.startsWith("fairlead_")) {
                String sample = kind.equals("summary") ? name + "_count" : name;
                ours.put(name, kind + " " + exposed.labels.getOrDefault(sample, Set.of()));
            }
        });
        return ours;
    }

    private static String lines(Map<String, String> metrics) {
        return metrics.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private void requireNamesOfQueries(List<Row> table) throws IOException {
        Set<String> known = new TreeSet<>(Set.of(UP));
        table.forEach(row -> known.add(row.name()));
        for (Service service : Service.values()) {
            known.addAll(exposed(service).labels.keySet());
        }
        String gateway = settings.loopback(Ports.GATEWAY_INTERNAL) + "/metrics";
        known.addAll(Exposition.of(List.of(gateway)).labels.keySet());
        for (List<String> queries : List.of(Queries.ofDashboards(root), Queries.ofRules(root))) {
            for (String query : queries) {
                Set<String> unknown = Queries.metrics(query);
                unknown.removeAll(known);
                assertEquals(Set.of(), unknown, query);
            }
        }
    }

    private Exposition exposed(Service service) {
        return Exposition.of(
                settings.urls(service).stream().map(url -> url + "/q/metrics").toList());
    }
}
