package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.as;
import static io.fairlead.telemetry.odata.Feed.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class RefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Vessels?$expand=windows",
                "/Vessels?$apply=aggregate(code%20with%20countdistinct%20as%20n)",
                "/Vessels?$search=hotel",
                "/Vessels?$compute=code%20as%20c",
                "/Vessels?$deltatoken=1",
                "/Vessels?@p=1",
                "/Vessels?$orderby=tolower(code)",
                "/Vessels('MV101')/name",
                "/Vessels/$ref",
                "/Vessels('MV101')/name/$value",
                "/$all",
                "/$crossjoin(Vessels,Channels)"
            })
    void shouldSayThatItIsNotSupported(String path) {
        refused(get(path), 501, "not-implemented");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    /Vessels?$nonsense=1          | $nonsense
                    /Vessels?top=1                | top
                    /Vessels?$top=many            | $top
                    /Vessels?$top=-1              | $top
                    /Vessels?$skip=-1             | $skip
                    /Vessels?$count=maybe         | $count
                    /Vessels?$select=nothing      | $select
                    /Vessels?$orderby=nothing     | $orderby
                    /Vessels?$top=1&$top=2        | $top
                    /Vessels?$filter=             | $filter
                    /Vessels?$filter=code%20eq%20'%00' | query
                    /Vessels?$top=1&$orderby=code%20sideways&$select=code | $orderby
                    /Vessels/$count?$top=1        | $top
                    """)
    void shouldNameTheOptionThatIsWrong(String path, String option) {
        refused(get(path), 400, "invalid-request").body("error.target", equalTo(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Vessels(MV101)", "/Windows(5)", "/Windows(channelId=1,end=soon)", "/$metadata/x"})
    void shouldRefuseAnAddressThatIsNone(String path) {
        refused(get(path), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Nothing", "/Vessels('NOBODY')", "/DailyEnergy(vessel='NOBODY',day=2026-01-31)"})
    void shouldNotFindWhatIsNotThere(String path) {
        refused(get(path), 404, "not-found");
    }

    @Test
    void shouldRefuseAFilterThatIsNestedTooDeep() {
        refused(get("/Vessels?$filter=" + "(".repeat(101) + "true" + ")".repeat(101)), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void shouldSayThatNothingCanBeWritten(String method) {
        refused(
                        as(Tokens.viewer())
                                .body("{}")
                                .request(method, Feed.ROOT + "/Vessels")
                                .then(),
                        405,
                        "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void shouldSayThatThereAreNoBatches() {
        refused(as(Tokens.viewer()).body("{}").post(Feed.ROOT + "/$batch").then(), 501, "not-implemented");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OData-MaxVersion, 4.0, 200
                    OData-MaxVersion, 4.01, 200
                    OData-MaxVersion, 4.0;NetFx, 200
                    OData-MaxVersion, 3.0, 400
                    OData-MaxVersion, 3.0;NetFx, 400
                    OData-Version, 4.0, 200
                    OData-Version, 4.01, 200
                    OData-Version, 2.0, 400
                    OData-Version, latest, 400
                    MaxDataServiceVersion, 3.0;NetFx, 200
                    """)
    void shouldTakeClientsOfVersion4AndLater(String header, String version, int status) {
        as(Tokens.viewer())
                .header(header, version)
                .get(Feed.ROOT + "/Vessels")
                .then()
                .statusCode(status)
                .header("OData-Version", "4.0");
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/json")
                .header("OData-Version", "4.0")
                .body("error.code", equalTo(code))
                .body("error.message", notNullValue());
    }
}
