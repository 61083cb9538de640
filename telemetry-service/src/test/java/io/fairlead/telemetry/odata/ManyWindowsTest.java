package io.fairlead.telemetry.odata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pages through as many windows as {@code -Dodata.windows=1000000} says, and prints what each page took. Not a part of
 * {@code verify}: it takes a minute or two, and time on a busy machine proves nothing.
 */
@FairleadTest
@EnabledIfSystemProperty(named = "odata.windows", matches = "\\d+")
class ManyWindowsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int SERIES = 100;
    private static final int SAMPLE = 10;
    private static final String MANY =
            """
            insert into power_window (series_id, window_end, kwh, mean_kw, min_kw, max_kw, readings, coverage_seconds,
                method, flags, state, revision, changed_at)
            select s.id, '2025-01-01Z'::timestamptz + n * interval '15 minutes', 203.125 + n % 100, 812.5, 800, 825, 3,
                900, 'mean', '{}', 'final', 1, now()
            from series s cross join generate_series(1, $1::int / (select count(*)::int from series)) n
            """;

    @Inject
    KnownVessels vessels;

    @Inject
    Pool pool;

    @BeforeEach
    void fill() {
        int windows = Integer.getInteger("odata.windows");
        vessels.active("MV101", null);
        run("insert into series (vessel, channel, labels, quantity, unit, reported)"
                + " select 'MV101', 'power', jsonb_build_object('n', n::text), 'power', 'kW', true"
                + " from generate_series(1, " + SERIES + ") n");
        run("select ensure_window_month('2025-01-01Z'::timestamptz + n * interval '1 month')"
                + " from generate_series(0, 23) n");
        pool.preparedQuery(MANY).execute(Tuple.of(windows)).await().indefinitely();
        run("analyze power_window");
        run("analyze series");
    }

    @Test
    void shouldTakeTheSameTimeForTheLastPageAsForTheFirst() {
        for (String query : List.of(
                "",
                "$select=vessel,end,kWh",
                "$filter=end%20ge%202025-02-01T00:00:00Z%20and%20end%20lt%202025-04-01T00:00:00Z")) {
            List<Long> times = pages(query);
            double first = median(times.subList(0, Math.min(SAMPLE, times.size())));
            double last = median(times.subList(Math.max(0, times.size() - SAMPLE), times.size()));
            System.out.printf(
                    "odata: query='%s' pages=%d first=%.0f ms last=%.0f ms total=%.1f s%n",
                    query,
                    times.size(),
                    first,
                    last,
                    times.stream().mapToLong(t -> t).sum() / 1e3);
            assertThat(last).isLessThan(2 * first + 20);
        }
    }

    private List<Long> pages(String query) {
        List<Long> times = new ArrayList<>();
        long peak = 0;
        long rows = 0;
        String next = Feed.root() + "/Windows" + (query.isEmpty() ? "" : "?" + query);
        while (next != null) {
            long began = System.nanoTime();
            String body = read(next);
            times.add((System.nanoTime() - began) / 1_000_000);
            rows += count(body, "\"kWh\":");
            next = next(body);
            Runtime runtime = Runtime.getRuntime();
            peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
        }
        System.out.printf("odata: rows=%d heap at most %d MB%n", rows, peak >> 20);
        return times;
    }

    /** By a client that leaves the body alone, for its own time would count. */
    private static String read(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + Tokens.viewer())
                .build();
        try {
            HttpResponse<String> page = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            return page.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String next(String body) {
        int at = body.indexOf("\"@odata.nextLink\":\"");
        return at < 0 ? null : body.substring(at + 19, body.indexOf('"', at + 19));
    }

    private static long count(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static double median(List<Long> times) {
        return times.stream()
                .mapToLong(t -> t)
                .sorted()
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
