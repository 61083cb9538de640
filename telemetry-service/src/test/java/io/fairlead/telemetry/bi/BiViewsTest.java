package io.fairlead.telemetry.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.in;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a login of a BI tool sees in the database, and what it cannot do there. */
@FairleadTest
class BiViewsTest {

    private static final List<String> VIEWS =
            List.of("bi_vessels", "bi_channels", "bi_windows", "bi_daily_energy", "bi_latest", "bi_analytics_results");
    private static final String RELATIONS =
            """
            select relname from pg_class where relnamespace = 'telemetry'::regnamespace and relkind in ('r', 'p', 'v')
            """;

    /** A partition that is read from its beginning to its end; one that is in the plan only in case is not. */
    private static final String READ_WHOLE = "Seq Scan on power_window\\w* \\w+ \\(actual";

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @BeforeEach
    void report() {
        for (String vessel : List.of("BI1", "BI2")) {
            vessels.active(vessel, null);
            Api.reportPower(
                            vessel,
                            """
                            {"vessel":"%s","unit":"kW","readings":[{"time":"2026-01-31T23:45:00Z","value":400},
                             {"time":"2026-02-01T04:00:00Z","value":800}]}"""
                                    .formatted(vessel))
                    .statusCode(200);
            publish("\"vessel\":\"%s\",".formatted(vessel));
        }
        publish("");
        sealer.seal().await().indefinitely();
    }

    private static void publish(String vessel) {
        Api.post(
                        "/api/v1/analytics/results",
                        Tokens.admin(),
                        """
                        {"name":"fuel.anomaly-score",%s"start":"2026-01-31T00:00:00Z","type":"number","value":0.5,"unit":"1",
                         "model":{"name":"m","version":"1"},"run":{"id":"r1"}}"""
                                .formatted(vessel))
                .statusCode(in(List.of(200, 201)));
    }

    @Test
    void shouldShowTheVesselsThatAreGranted() throws SQLException {
        BiLogin one = BiLogin.seeing("BI1");
        BiLogin all = BiLogin.seeing((String) null);

        for (String view : VIEWS) {
            String vesselsOf = "select distinct vessel from telemetry.%s order by vessel".formatted(view);
            assertThat(one.read(vesselsOf)).as(view).containsExactly("BI1");
            assertThat(all.read(vesselsOf)).as(view).startsWith("BI1", "BI2");
        }
        assertThat(all.read("select name from telemetry.bi_analytics_results where vessel is null"))
                .hasSize(1);
        assertThat(one.read("select login from telemetry.bi_grant")).containsExactly(one.name());
    }

    @Test
    void shouldShowNothingWithoutAGrant() throws SQLException {
        BiLogin login = BiLogin.seeing();
        BiLogin.seeing((String) null);

        for (String view : VIEWS) {
            assertThat(login.read("select vessel from telemetry." + view))
                    .as(view)
                    .isEmpty();
            assertThat(login.readAs(DatabaseRoles.BI, "select vessel from telemetry." + view))
                    .as(view)
                    .isEmpty();
        }
        assertRefused(login, "set role telemetry");
    }

    @Test
    void shouldLetNothingBeReadButTheViews() throws SQLException {
        BiLogin login = BiLogin.seeing((String) null);
        List<String> open = new ArrayList<>(VIEWS);
        open.add("bi_grant");

        List<String> closed = login.read(RELATIONS).stream()
                .filter(name -> !open.contains(name))
                .toList();

        assertThat(closed).contains("access_token", "head", "block", "power_window", "export");
        for (String relation : closed) {
            assertRefused(login, "select * from telemetry." + relation);
        }
    }

    @Test
    void shouldLetNothingBeWritten() throws SQLException {
        BiLogin login = BiLogin.seeing((String) null);

        for (String relation : login.read(RELATIONS)) {
            assertRefused(login, "delete from telemetry." + relation);
            assertRefused(login, "insert into telemetry." + relation + " default values");
            if (!VIEWS.contains(relation)) {
                assertRefused(login, "truncate telemetry." + relation);
            }
        }
        assertRefused(login, "update telemetry.bi_vessels set status = 'retired'");
        assertRefused(login, "update telemetry.bi_grant set vessel = null");
        assertRefused(login, "create table telemetry.mine (x int)");
        assertRefused(login, "create table public.mine (x int)");
        assertRefused(login, "create temporary table mine (x int)");
        assertRefused(login, "create schema mine");
        assertRefused(login, "select lo_create(0)");
    }

    @Test
    void shouldLetNoFunctionBeCalledThatServicesDependOn() throws SQLException {
        BiLogin login = BiLogin.seeing((String) null);

        assertThat(
                        login.read(
                                """
                                select oid::regprocedure::text from pg_proc where pronamespace = 'telemetry'::regnamespace
                                    and has_function_privilege(oid, 'execute')"""))
                .isEmpty();
        assertRefused(login, "select telemetry.ensure_block_day(date '2026-01-01')");
        assertRefused(login, "select pg_advisory_lock(1)");
        assertRefused(login, "select pg_try_advisory_xact_lock_shared(1, 1)");
    }

    @Test
    void shouldComeToTheEnergyOfTheApi() throws SQLException {
        BiLogin login = BiLogin.seeing("BI1");

        List<String> days =
                login.read("select day || ' ' || trim_scale(kwh) || ' ' || windows from telemetry.bi_daily_energy"
                        + " where day between '2026-01-30' and '2026-02-02' order by day");

        List<Object> expected = Api.get(
                        "/api/v1/power/BI1?interval=P1D&start=2026-01-31T00:00:00Z&end=2026-02-02T00:00:00Z")
                .extract()
                .path("windows.collect { it.start.substring(0, 10) + ' ' + it.kWh + ' ' + it.windowCount }");
        assertThat(days).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void shouldLookAtNoWindowsThatAreNotAskedFor() throws SQLException {
        BiLogin login = BiLogin.seeing("BI1");
        BiLogin.asOwner(
                """
                select ensure_window_month(month) from generate_series('2026-02-01Z'::timestamptz, '2026-04-01Z', '1 month') month;
                insert into power_window (series_id, window_end, kwh, mean_kw, min_kw, max_kw, readings, coverage_seconds,
                    method, flags, state, revision, changed_at)
                select s.id, w, 1, 4, 4, 4, 1, 900, 'mean', '{}', 'final', 1, now()
                from series s, generate_series('2026-02-01 00:15Z'::timestamptz, '2026-04-30Z', '15 minutes') w
                on conflict do nothing;
                analyze power_window""");

        String windows = plan(
                login,
                "select * from telemetry.bi_windows where window_end > '2026-03-05Z' and window_end <= '2026-03-06Z'");
        String days = plan(login, "select * from telemetry.bi_daily_energy where day = '2026-03-05'");

        assertThat(windows).contains("power_window_202603_pkey").doesNotContain("power_window_202604");
        assertThat(windows).doesNotContainPattern(READ_WHOLE);
        assertThat(days).doesNotContainPattern(READ_WHOLE).containsPattern("rows=96[. ]");
    }

    private static String plan(BiLogin login, String sql) throws SQLException {
        return login.read("explain (analyze, costs off, timing off) " + sql).stream()
                .collect(Collectors.joining("\n"));
    }

    private static void assertRefused(BiLogin login, String sql) {
        assertThatThrownBy(() -> login.run(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|cannot (delete from|insert into) view).*");
    }
}
