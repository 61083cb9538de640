package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.all;
import static io.fairlead.telemetry.odata.Feed.as;
import static io.fairlead.telemetry.odata.Feed.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.odata.model.EntitySources;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@FairleadTest
class PagingTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Pool pool;

    @BeforeEach
    void report() {
        Feed.report(vessels, "MV101", 5);
        Feed.report(vessels, "MV102", 3);
        vessels.active("MV103", "9074729");
        vessels.withMmsi("MV104", "257000000");
        pool.query("update power_window set min_kw = null where kwh = 1")
                .execute()
                .await()
                .indefinitely();
    }

    @Test
    void shouldLinkToTheNextPageAsTheGatewayIsCalled() {
        ValidatableResponse page = as(Tokens.viewer())
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "fairlead.example")
                .header("Prefer", "odata.maxpagesize=3")
                .get(Feed.ROOT + "/Windows?$filter=vessel%20eq%20'MV101'")
                .then();

        page.body("value", hasSize(3))
                .header("Preference-Applied", "odata.maxpagesize=3")
                .body("'@odata.context'", equalTo("https://fairlead.example/odata/v1/$metadata#Windows"))
                .body("'@odata.nextLink'", startsWith("https://fairlead.example/odata/v1/Windows?$filter="));
    }

    @Test
    void shouldAnswerEachEntityOnceWhenPagesAreFollowed() {
        List<Map<String, Object>> windows = all(Feed.ROOT + "/Windows", 3);

        assertThat(windows).hasSize(8).doesNotHaveDuplicates();
        assertThat(windows).isEqualTo(all(Feed.ROOT + "/Windows", 100));
    }

    @Test
    void shouldGoOnOverPagesUntilTopIsMet() {
        assertThat(all(Feed.ROOT + "/Windows?$top=5&$skip=2", 2))
                .isEqualTo(all(Feed.ROOT + "/Windows", 100).subList(2, 7));
        assertThat(all(Feed.ROOT + "/Windows?$top=4", 2)).hasSize(4);
        get("/Windows?$top=0").body("value", hasSize(0)).body("'@odata.nextLink'", nullValue());
    }

    static Stream<String> orders() {
        Stream<String> windows = EntitySources.named("Windows").properties().stream()
                .flatMap(property -> property.nullable()
                        ? Stream.of(property.name(), property.name() + " desc")
                        : Stream.of(property.name() + " desc"))
                .map(order -> "/Windows?$orderby=" + order);
        Stream<String> vessels = Stream.of("imo", "imo desc", "mmsi desc,imo", "status desc,code desc")
                .map(order -> "/Vessels?$orderby=" + order);
        return Stream.concat(
                Stream.concat(windows, vessels),
                Stream.of("/Windows?$orderby=minKW desc,vessel,start desc", "/DailyEnergy?$orderby=kWh desc"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void shouldPageInAnyOrderWithTiesAndNulls(String path) {
        String address = Feed.ROOT + path.replace(" ", "%20");

        List<Map<String, Object>> once = all(address, 100);

        assertThat(all(address, 3)).isEqualTo(once);
    }

    @Test
    void shouldPutNullFirstAndInADescendingOrderLast() {
        get("/Vessels?$orderby=imo&$select=code").body("value[3].code", equalTo("MV103"));
        get("/Vessels?$orderby=imo%20desc&$select=code").body("value[0].code", equalTo("MV103"));
    }

    @Test
    void shouldCountAllWhateverIsOnThePage() {
        ValidatableResponse page = as(Tokens.viewer())
                .header("Prefer", "maxpagesize=2")
                .get(Feed.ROOT + "/Windows?$count=true&$top=4&$filter=vessel%20eq%20'MV101'")
                .then()
                .body("'@odata.count'", equalTo(5))
                .body("value", hasSize(2));

        get("/Windows/$count").contentType("text/plain").body(equalTo("8"));
        get("/Windows/$count?$filter=vessel%20eq%20'MV102'").body(equalTo("3"));
        assertThat(all(page.extract().path("'@odata.nextLink'"), 10)).hasSize(2);
    }

    @Test
    void shouldRefuseATokenOfAnotherList() {
        String next = as(Tokens.viewer())
                .header("Prefer", "odata.maxpagesize=1")
                .get(Feed.ROOT + "/Windows?$orderby=kWh")
                .path("'@odata.nextLink'");
        String token = next.substring(next.indexOf("$skiptoken="));

        for (String path : List.of("/Windows?" + token, "/Vessels?" + token, "/Windows?$skiptoken=nonsense")) {
            get(path).statusCode(400).body("error.target", equalTo("$skiptoken"));
        }
    }
}
