package io.fairlead.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that write and read through the gateway without a pause longer than they must, and never ask a second time: each
 * refusal and each broken connection is a failure. They keep what they were promised.
 */
final class Load {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE = 15;

    /** Some jobs run for two seconds, so that they are under way when their instance stops; no more than the workers have threads for. */
    private static final int LONG_JOB = 2;

    private static final Duration BETWEEN_LONG_JOBS = Duration.ofSeconds(1);

    /** Makes what this run writes its own. */
    final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase();

    final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.DAYS);
    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    final List<String> vessels = new ArrayList<>();
    final List<String> jobs = new ArrayList<>();
    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger reconnects = new AtomicInteger();
    final FleetStream stream = new FleetStream();

    private final String url;
    private final Map<Identity, String> tokens;
    private final List<Thread> threads = new ArrayList<>();
    private final List<AtomicInteger> rounds = new ArrayList<>();
    private volatile boolean over;
    private Instant lastLongJob = Instant.EPOCH;

    private interface Round {
        void take(int number) throws Exception;
    }

    private Load(String url) {
        this.url = url;
        this.tokens = Map.of(Identity.OPERATOR, Identity.OPERATOR.token(url), Identity.SHIP, Identity.SHIP.token(url));
    }

    static Load start(String url) {
        Load load = new Load(url);
        load.client("fleet", load::fleet);
        load.client("telemetry", load::telemetry);
        load.client("jobs", load::jobs);
        Thread listener = new Thread(load::listen, "stream");
        listener.setDaemon(true);
        listener.start();
        load.awaitRounds(5);
        return load;
    }

    private void client(String name, Round round) {
        AtomicInteger taken = new AtomicInteger();
        rounds.add(taken);
        Thread thread = new Thread(
                () -> {
                    while (!over) {
                        try {
                            round.take(taken.get());
                            Thread.sleep(PAUSE);
                        } catch (Exception e) {
                            failures.add(name + ": " + e);
                        }
                        taken.incrementAndGet();
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    /** Waits until each client has gone round so many more times. */
    void awaitRounds(int more) {
        List<Integer> before = rounds.stream().map(AtomicInteger::get).toList();
        for (int i = 0; i < rounds.size(); i++) {
            while (rounds.get(i).get() < before.get(i) + more) {
                pause();
            }
        }
    }

    void stop() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Waits until the stream has told of the last vessel. */
    void awaitStream() {
        String last = vessels.get(vessels.size() - 1);
        while (stream.seen().stream().noneMatch(event -> event.key().equals(last))) {
            pause();
        }
    }

    private void fleet(int number) {
        String code = "ROLL-" + run + "-" + number;
        String body = "{\"code\":\"%s\",\"name\":\"Rolling\",\"type\":\"tug\"}".formatted(code);
        if (ask(201, Identity.OPERATOR, "POST", "/api/v1/vessels", body) != null) {
            vessels.add(code);
        }
        ask(200, Identity.OPERATOR, "GET", "/api/v1/vessels/" + code, null);
        ask(200, Identity.OPERATOR, "GET", "/api/v1/vessels?limit=50", null);
    }

    private void telemetry(int number) {
        String body =
                "{\"vessel\":\"MV102\",\"unit\":\"kW\",\"readings\":[{\"time\":\"%s\",\"value\":%d}],\"labels\":{\"consumer\":\"%s\"}}"
                        .formatted(begin.plusSeconds(number), number, run);
        if (ask(200, Identity.SHIP, "POST", "/api/v1/power", body) != null) {
            readings.incrementAndGet();
        }
        ask(
                200,
                Identity.OPERATOR,
                "GET",
                "/api/v1/power/MV102?start=" + begin + "&end=" + begin.plus(1, ChronoUnit.HOURS),
                null);
    }

    private void jobs(int number) {
        boolean isLong = Instant.now().isAfter(lastLongJob.plus(BETWEEN_LONG_JOBS));
        lastLongJob = isLong ? Instant.now() : lastLongJob;
        String body = "{\"process\":\"echo\",\"inputs\":{\"message\":\"%s\",\"pause\":%d}}"
                .formatted(run, isLong ? LONG_JOB : 0);
        JsonNode job = ask(202, Identity.OPERATOR, "POST", "/api/v1/jobs", body);
        if (job != null) {
            jobs.add(job.path("jobID").asText());
            ask(
                    200,
                    Identity.OPERATOR,
                    "GET",
                    "/api/v1/jobs/" + job.path("jobID").asText(),
                    null);
        }
    }

    /** As a browser does: connected again after an end, with the last id seen. Only an end that is no end is a failure. */
    private void listen() {
        while (!over) {
            try {
                stream.connect(url, tokens.get(Identity.OPERATOR));
                stream.readToItsEnd();
                reconnects.incrementAndGet();
            } catch (Exception | AssertionError e) {
                failures.add("stream: " + e);
                pause();
            }
        }
    }

    /** The answer's body; null when it was not as it should be. */
    JsonNode ask(int expected, Identity who, String method, String path, String body) {
        HttpRequest.Builder request = Http.to(url + path)
                .header("Authorization", "Bearer " + tokens.get(who))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        requests.incrementAndGet();
        try {
            HttpResponse<String> answer = Http.send(request.build());
            if (answer.statusCode() == expected) {
                return JSON.readTree(answer.body());
            }
            failures.add(Instant.now() + " " + method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        } catch (LaunchException | JsonProcessingException e) {
            failures.add(Instant.now() + " " + method + " " + path + ": " + e);
        }
        return null;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
