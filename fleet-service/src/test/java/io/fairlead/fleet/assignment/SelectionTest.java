package io.fairlead.fleet.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.fleet.Api;
import io.fairlead.fleet.schedule.TimeSpan;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class SelectionTest {

    private static final String FLEET =
            """
            insert into vessel (code, name, type, time_zone, created_at, updated_at, updated_by)
            select 'V' || lpad(i::text, 4, '0'), 'Vessel', 'tug', 'UTC', now(), now(), 'test'
            from generate_series(1, 600) i
            """;
    private static final String SCHEDULES =
            """
            insert into schedule (id, name, kind, status, starts_at, ends_at, created_at, updated_at, updated_by)
            overriding system value
            select i, 'Schedule', 'voyage', 'planned', timestamptz '2030-01-01Z' + i * interval '1 day',
                   timestamptz '2030-01-02Z' + i * interval '1 day', now(), now(), 'test'
            from generate_series(1, 600) i
            """;
    private static final String LINKS =
            """
            insert into vessel_schedule (vessel, schedule, role, starts_at, ends_at, linked_at, linked_by)
            select code, id, 'role', starts_at, ends_at, now(), 'test'
            from vessel, schedule where (substr(code, 2)::int + id) % 100 = 0
            """;

    @Inject
    Pool pool;

    @Inject
    Caller caller;

    @BeforeEach
    void fleet() {
        pool.query("truncate vessel, schedule cascade").executeAndAwait();
        List.of(FLEET, SCHEDULES, LINKS).forEach(sql -> pool.query(sql).executeAndAwait());
    }

    @Test
    @ActivateRequestContext
    void shouldAskTheDatabaseOnceHoweverManyAreNamed() {
        for (int named : new int[] {1, 2, 500, 600}) {
            CountingPool counted = new CountingPool(pool);
            Selections selections = new Selections(counted, caller);

            Page<VesselSchedule> schedules = selections
                    .schedules(vessels(named), new TimeSpan(), new PageOf(1000))
                    .await()
                    .indefinitely();
            assertThat(counted.statements).hasSize(1);
            assertThat(schedules.items()).hasSize(Math.min(1000, named * 6));

            Page<SailingVessel> vessels = selections
                    .vessels(schedules(named), new TimeSpan(), new PageOf(1000))
                    .await()
                    .indefinitely();
            assertThat(counted.statements).hasSize(2);
            assertThat(vessels.items()).hasSize(Math.min(1000, named * 6));
        }
    }

    @Test
    void shouldSayWhichVesselSailsWhichSchedule() {
        Api.get("/api/v1/vessels/schedules?vessel=V0002&vessel=V0001&to=2030-04-15T00:00:00Z")
                .statusCode(200)
                .body(
                        "items.vessel", contains("V0001", "V0002"),
                        "items.schedule.id", contains(99, 98),
                        "items.role", contains("role", "role"));
        Api.get("/api/v1/schedules/vessels?schedule=99&limit=2")
                .body("items.vessel.code", contains("V0001", "V0101"), "items.schedule", contains(99, 99));
        Api.get("/api/v1/vessels/schedules?vessel=V0001&from=2031-05-01T00:00:00Z")
                .body("items.schedule.id", contains(499, 599));
    }

    @Test
    void shouldPageThroughASelectionOfFiveHundred() {
        String path = "/api/v1/vessels/schedules?limit=1000&vessel=" + String.join("&vessel=", vessels(500));
        int items = 0;
        int pages = 0;
        for (String next = path; next != null; pages++) {
            var page = Api.get(next).statusCode(200).extract();
            items += page.jsonPath().getList("items").size();
            String cursor = page.path("next");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }

        assertThat(items).isEqualTo(3000);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void shouldNameWhatIsNotThere() {
        Api.get("/api/v1/vessels/schedules?vessel=V0001&vessel=GHOST")
                .statusCode(404)
                .body("errors.parameter", contains("vessel"), "errors[0].detail", equalTo("There is no vessel GHOST."));
        Api.get("/api/v1/schedules/vessels?schedule=1&schedule=9999")
                .statusCode(404)
                .body("errors.parameter", contains("schedule"));
        Api.get("/api/v1/vessels/schedules").statusCode(400).body("errors[0].parameter", equalTo("vessel"));
        Api.as(Tokens.viewerOf("V0001"))
                .get("/api/v1/vessels/schedules?vessel=V0002")
                .then()
                .statusCode(404);
        Api.as(Tokens.viewerOf("V0001"))
                .get("/api/v1/schedules/vessels?schedule=99")
                .then()
                .body("items.vessel.code", contains("V0001"));
    }

    private static List<String> vessels(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("V%04d"::formatted).collect(Collectors.toList());
    }

    private static List<Long> schedules(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** A first page of a size. */
    private static final class PageOf extends Paging {
        private final int size;

        PageOf(int size) {
            this.size = size;
        }

        @Override
        public int limit() {
            return size;
        }

        @Override
        public int fetch() {
            return size + 1;
        }
    }
}
