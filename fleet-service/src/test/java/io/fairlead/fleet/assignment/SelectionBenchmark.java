package io.fairlead.fleet.assignment;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures selections on a large fleet. Runs on request: {@code benchmarks/fleet/run}. */
@FairleadTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class SelectionBenchmark {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1500;
    private static final Random RANDOM = new Random(4);
    private static final String[] FLEET = {
        """
        insert into vessel (code, name, type, time_zone, created_at, updated_at, updated_by)
        select 'V' || lpad(i::text, 5, '0'), 'Vessel ' || i, 'tanker', 'UTC', now(), now(), 'benchmark'
        from generate_series(1, 10000) i
        """,
        """
        insert into schedule (name, kind, status, starts_at, ends_at, created_at, updated_at, updated_by)
        select 'Schedule ' || i, 'voyage', 'planned', timestamptz '2020-01-01Z' + i * interval '1 hour',
               timestamptz '2020-01-08Z' + i * interval '1 hour', now(), now(), 'benchmark'
        from generate_series(1, 50000) i
        """,
        """
        insert into vessel_schedule (vessel, schedule, role, starts_at, ends_at, linked_at, linked_by)
        select 'V' || lpad(((id * 7919 + i * 499) % 10000 + 1)::text, 5, '0'), id, 'shuttle', starts_at, ends_at,
               now(), 'benchmark'
        from schedule, generate_series(1, 20) i
        """,
        "analyze vessel, schedule, vessel_schedule"
    };

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Pool pool;

    @Test
    void measure() throws IOException, InterruptedException {
        for (String sql : FLEET) {
            pool.query(sql).execute().await().atMost(Duration.ofMinutes(5));
        }
        String span = "&from=2023-01-01T00:00:00Z&to=2023-07-01T00:00:00Z";
        System.out.printf("%-56s %9s %9s%n", "first page of 100, one client", "p50 ms", "p99 ms");
        report("schedules of 1 vessel", "vessels/schedules?", 1, "");
        report("schedules of 100 vessels", "vessels/schedules?", 100, "");
        report("schedules of 100 vessels, half a year", "vessels/schedules?", 100, span);
        report("schedules of 500 vessels", "vessels/schedules?", 500, "");
        report("vessels of 100 schedules", "schedules/vessels?", 100, "");
        System.out.println(plan());
    }

    private void report(String what, String path, int named, String span) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            nanos(path, named, span);
        }
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            nanos[i] = nanos(path, named, span);
        }
        Arrays.sort(nanos);
        System.out.printf("%-56s %9.2f %9.2f%n", what, nanos[REQUESTS / 2] / 1e6, nanos[REQUESTS * 99 / 100] / 1e6);
    }

    private long nanos(String path, int named, String span) throws IOException, InterruptedException {
        String query = path.startsWith("vessels")
                ? names(named).map("vessel=V%05d"::formatted).collect(Collectors.joining("&"))
                : names(named).map("schedule=%d"::formatted).collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/" + path + query + span))
                .header("Authorization", "Bearer " + token)
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        long taken = System.nanoTime() - begin;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return taken;
    }

    private final String token = Tokens.viewer();

    private static Stream<Integer> names(int count) {
        return RANDOM.ints(1, 10_001).distinct().limit(count).boxed();
    }

    private String plan() {
        String vessels = names(100).map("V%05d"::formatted).collect(Collectors.joining(",", "{", "}"));
        String statement = Selections.SCHEDULES_OF_VESSELS
                .replace("$1::text[]", "'" + vessels + "'::text[]")
                .replace("$1", "'" + vessels + "'::text[]")
                .replaceAll("\\$[23456]", "null")
                .replace("$7", "null")
                .replace("$8", "101");
        StringBuilder plan = new StringBuilder();
        pool.query("explain (analyze, buffers) " + statement)
                .execute()
                .await()
                .atMost(Duration.ofMinutes(1))
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        return plan.toString().replace(vessels, "{100 codes}");
    }
}
