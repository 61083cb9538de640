package io.fairlead.job.benchmark;

import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** job-service as it is packaged, asked over HTTP with a token; `echo` is what does nothing. */
final class Fairlead implements AutoCloseable {

    private static final int CALLERS = 16;
    private static final int BATCH = 1000;
    private static final String ECHO = "{\"process\":\"echo\",\"inputs\":{\"message\":\"\",\"pause\":%d}}";

    private static final String UNFINISHED =
            """
            select exists (select from jobs.job where state = 'queued' and licence is null)
                or exists (select from jobs.job where state in ('running', 'cancelling'))
            """;

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CALLERS)
                    .setMaxConnTotal(CALLERS)
                    .build())
            .build();
    private final String token;
    private final KillablePostgres postgres;
    private final ServiceProcess service;

    Fairlead(KillablePostgres postgres, Path log, int threads) throws IOException {
        this.postgres = postgres;
        List<String> settings = new ArrayList<>(postgres.settings());
        settings.addAll(List.of(
                "-Xmx1g",
                "-XX:TieredStopAtLevel=4",
                "-Dquarkus.log.level=WARN",
                "-Dfairlead.worker.enabled=" + (threads > 0),
                "-Dfairlead.worker.threads=" + Math.max(1, threads)));
        settings.addAll(List.of(System.getProperty("benchmark.java", "-Xms256m -XX:+UseParallelGC")
                .split(" ")));
        this.service = ServiceProcess.start(Ports.free(), log, settings);
        this.token = Tokens.operator();
    }

    double cpu() {
        return CpuTime.of(service.process());
    }

    /** Returns when they have ended and when that is committed. */
    Figures run(String mode, int jobs) throws Exception {
        Instant since = Instant.now();
        submit(mode, jobs);
        awaitEnded();
        return new Figures(
                jobs, Duration.between(since, Instant.now()).toNanos() / 1e9, waited(since, 0.5), waited(since, 0.99));
    }

    /** How many calls per second are answered when nothing is run. */
    double submitsPerSecond(int jobs) throws Exception {
        Instant begin = Instant.now();
        submit("one", jobs);
        return jobs / (Duration.between(begin, Instant.now()).toNanos() / 1e9);
    }

    /** Reads of single jobs' status per second while so many run. */
    double statusPerSecond(int jobs, int reads) throws Exception {
        List<String> ids = new ArrayList<>();
        String answer = post("/api/v1/jobs/batch", batch(jobs, 60));
        for (String part : answer.split("\"jobID\":\"")) {
            ids.add(part.substring(0, Math.min(36, part.length())));
        }
        while (postgres.number("select count(*) from jobs.job where state = 'running'") < jobs) {
            Thread.sleep(20);
        }
        Instant begin = Instant.now();
        all(reads, i -> get("/api/v1/jobs/" + ids.get(1 + i % jobs)));
        return reads / (Duration.between(begin, Instant.now()).toNanos() / 1e9);
    }

    private void submit(String mode, int jobs) throws Exception {
        switch (mode) {
            case "bulk" -> {
                for (int sent = 0; sent < jobs; sent += BATCH) {
                    post("/api/v1/jobs/batch", batch(BATCH, 0));
                }
            }
            case "one" -> all(jobs, i -> post("/api/v1/jobs", ECHO.formatted(0)));
            default -> {
                for (int i = 0; i < jobs; i++) {
                    post("/api/v1/jobs", ECHO.formatted(0));
                    Thread.sleep(20);
                }
            }
        }
    }

    private static String batch(int jobs, int pause) {
        return IntStream.range(0, jobs)
                .mapToObj(i -> ECHO.formatted(pause))
                .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
    }

    private interface Call {
        void number(int i) throws Exception;
    }

    private void all(int calls, Call call) {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<CompletableFuture<Void>> running = IntStream.range(0, CALLERS)
                .mapToObj(first -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                for (int i = first; i < calls; i += CALLERS) {
                                    call.number(i);
                                }
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads))
                .toList();
        running.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private String get(String path) throws IOException {
        return send(ClassicRequestBuilder.get(service.url() + path));
    }

    private String post(String path, String body) throws IOException {
        return send(ClassicRequestBuilder.post(service.url() + path).setEntity(body, ContentType.APPLICATION_JSON));
    }

    private String send(ClassicRequestBuilder request) throws IOException {
        request.addHeader("Authorization", "Bearer " + token);
        return http.execute(request.build(), answer -> {
            String body = EntityUtils.toString(answer.getEntity());
            if (answer.getCode() / 100 != 2) {
                throw new IllegalStateException(answer.getCode() + " " + body);
            }
            return body;
        });
    }

    /**
     * On one connection and by the indexes of unfinished jobs: a login for each question and a scan of the whole table took two
     * fifths of PostgreSQL's time in bulk.
     */
    private void awaitEnded() throws Exception {
        try (Connection connection = postgres.connect();
                Statement session = connection.createStatement();
                PreparedStatement unfinished = connection.prepareStatement(UNFINISHED)) {
            session.execute("set enable_seqscan = off");
            while (holds(unfinished)) {
                Thread.sleep(5);
            }
        }
    }

    private static boolean holds(PreparedStatement question) throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Until the process had run: its start is not recorded as exactly. */
    private double waited(Instant since, double share) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select percentile_cont(%s) within group (order by extract(epoch from finished_at - created_at) * 1000)"
                                        .formatted(share)
                                + " from jobs.job where created_at >= '" + since + "'")) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Override
    public void close() throws IOException {
        service.terminate();
        http.close();
    }
}
