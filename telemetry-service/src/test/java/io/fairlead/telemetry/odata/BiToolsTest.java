package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.encoded;
import static io.fairlead.telemetry.odata.Feed.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The requests that BI tools send, one after the other, and what they are answered. Power BI and Excel share one engine
 * (Power Query), which asks without a credential first, names many forms in its Accept, shows the first 1,000 rows and
 * then folds the steps of a query into options.
 */
@FairleadTest
class BiToolsTest {

    private static final String POWER_QUERY = "application/json;odata.metadata=minimal;q=1.0,"
            + "application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,"
            + "application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";
    private static final String SETS =
            """
            [{"name":"Vessels","url":"Vessels"},{"name":"Channels","url":"Channels"},\
            {"name":"Windows","url":"Windows"},{"name":"DailyEnergy","url":"DailyEnergy"},\
            {"name":"AnalyticsResults","url":"AnalyticsResults"}]""";

    @Inject
    KnownVessels vessels;

    private String secret;

    @BeforeEach
    void report() {
        Feed.report(vessels, "MV101", 4);
        secret = Api.post("/api/v1/tokens", Tokens.viewer(), "{\"name\":\"%s\"}".formatted(UUID.randomUUID()))
                .extract()
                .path("secret");
    }

    @Test
    void shouldLeadPowerBiFromTheAddressToTheRows() {
        Response asked = plain().header("Accept", POWER_QUERY).get(Feed.ROOT);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().getValues("WWW-Authenticate"))
                .contains("Basic realm=\"fairlead\", charset=\"UTF-8\"");

        assertThat(powerQuery(""))
                .isEqualTo("{\"@odata.context\":\"" + Feed.root() + "/$metadata\",\"value\":" + SETS + "}");
        assertThat(powerQuery("/$metadata")).startsWith("<?xml").contains("<EntitySet Name=\"Windows\"");
        assertThat(powerQuery("/Vessels?$top=1000"))
                .isEqualTo(
                        "{\"@odata.context\":\"" + Feed.root() + "/$metadata#Vessels\",\"value\":[{\"code\":\"MV101\","
                                + "\"name\":\"MV101\",\"imo\":null,\"mmsi\":null,\"status\":\"active\"}]}");
        assertThat(powerQuery("/Windows?$top=1000")).contains("\"start\":\"2026-01-31T00:45:00Z\"");
        assertThat(powerQuery("/Windows/$count")).isEqualTo("4");
    }

    @Test
    void shouldFoldTheStepsOfAPowerQuery() {
        String filter = encoded("end ge 2026-01-31T00:30:00Z and end lt 2026-01-31T01:00:00Z and vessel eq 'MV101'");

        assertThat(powerQuery(
                        "/Windows?$filter=" + filter + "&$orderby=end%20desc&$select=vessel%2Cend%2CkWh&$top=1000"))
                .startsWith("{\"@odata.context\":\"" + Feed.root() + "/$metadata#Windows(vessel,end,kWh)\",")
                .containsSubsequence(
                        "\"vessel\":\"MV101\",\"end\":\"2026-01-31T00:45:00Z\",\"kWh\":0.75}",
                        "\"vessel\":\"MV101\",\"end\":\"2026-01-31T00:30:00Z\",\"kWh\":0.5}]}");
        assertThat(powerQuery("/Windows/$count?$filter=" + filter)).isEqualTo("2");
        assertThat(powerQuery("/DailyEnergy?$filter=" + encoded("day ge 2026-01-01") + "&$select=day,kWh"))
                .endsWith("\"day\":\"2026-01-31\",\"kWh\":2.5}]}");
        assertThat(powerQuery("/Windows?$filter=" + encoded("startswith(vessel,'MV')") + "&$skip=3&$select=kWh"))
                .endsWith("\"kWh\":1}]}");
    }

    @Test
    void shouldLeadExcelOverThePages() {
        Response first = excel(Feed.root() + "/Windows?$top=3", 2);
        String next = first.path("'@odata.nextLink'");
        Response second = excel(next, 2);

        assertThat(first.header("Preference-Applied")).isEqualTo("odata.maxpagesize=2");
        assertThat(next).startsWith(Feed.root() + "/Windows?$top=1&$skiptoken=");
        assertThat(first.<Integer>path("value.size()")).isEqualTo(2);
        assertThat(second.<Integer>path("value.size()")).isEqualTo(1);
        assertThat(second.<String>path("'@odata.nextLink'")).isNull();
    }

    @Test
    void shouldGiveTableauItsTypes() {
        String full = "application/json;odata.metadata=full";

        assertThat(ask(Feed.root() + "/", "application/json").statusCode()).isEqualTo(200);
        assertThat(ask(Feed.root() + "/$metadata", "application/xml").contentType())
                .isEqualTo("application/xml");
        assertThat(ask(Feed.root() + "/Windows?$top=1&$select=end,kWh", full).asString())
                .contains("\"end@odata.type\":\"#DateTimeOffset\",\"end\":\"2026-01-31T00:15:00Z\"")
                .contains("\"kWh@odata.type\":\"#Decimal\",\"kWh\":0.25");
        assertThat(ask(Feed.root() + "/Windows?$count=true&$top=0", "application/json")
                        .<Integer>path("'@odata.count'"))
                .isEqualTo(4);
    }

    private String powerQuery(String path) {
        Response answer = plain().auth()
                .preemptive()
                .basic("any", secret)
                .header("Accept", POWER_QUERY)
                .header("OData-MaxVersion", "4.0")
                .header("MaxDataServiceVersion", "3.0")
                .get(Feed.ROOT + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private Response excel(String address, int pageSize) {
        return plain().auth()
                .preemptive()
                .basic("any", secret)
                .header("Accept", POWER_QUERY)
                .header("Prefer", "odata.maxpagesize=" + pageSize)
                .get(address);
    }

    private Response ask(String address, String accept) {
        return plain().auth()
                .preemptive()
                .basic("any", secret)
                .header("Accept", accept)
                .get(address);
    }
}
