package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.as;
import static io.fairlead.telemetry.odata.Feed.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer looks like, word by word. */
@FairleadTest
class FormTest {

    private static final String FIRST = "/Windows?$top=1&$select=";

    @Inject
    KnownVessels vessels;

    private String channel;

    @BeforeEach
    void report() {
        Feed.report(vessels, "MV101", 2);
        channel = get("/Channels").extract().path("value[0].id").toString();
    }

    @Test
    void shouldAnswerWhatWasSelectedAndNothingElse() {
        String id = "Windows(channelId=" + channel + ",end=2026-01-31T00%3A15%3A00Z)";

        assertThat(get(FIRST + "kWh,vessel").extract().asString())
                .isEqualTo("{\"@odata.context\":\"" + Feed.root() + "/$metadata#Windows(vessel,kWh)\",\"value\":["
                        + "{\"@odata.id\":\"" + id + "\",\"vessel\":\"MV101\",\"kWh\":0.25}]}");
        assertThat(get("/Vessels('MV101')?$select=code,status").extract().asString())
                .isEqualTo("{\"@odata.context\":\"" + Feed.root() + "/$metadata#Vessels(code,status)/$entity\","
                        + "\"code\":\"MV101\",\"status\":\"active\"}");
        get(FIRST + "*").body("'@odata.context'", equalTo(Feed.root() + "/$metadata#Windows(*)"));
    }

    @Test
    void shouldFindAnEntityByTheIdThatItIsGiven() {
        String id = get(FIRST + "kWh").extract().path("value[0].'@odata.id'");

        get("/" + id).body("end", equalTo("2026-01-31T00:15:00Z")).body("meanKW", equalTo(1));
    }

    @Test
    void shouldTellMoreOrLessAboutTypesAsAsked() {
        assertThat(accepted("application/json;odata.metadata=none", FIRST + "kWh"))
                .isEqualTo("{\"value\":[{\"kWh\":0.25}]}");
        assertThat(accepted("application/json;odata.metadata=full", FIRST + "kWh,start"))
                .contains("\"@odata.type\":\"#fairlead.Window\"", "\"start@odata.type\":\"#DateTimeOffset\"");
        assertThat(accepted("application/json;metadata=minimal", FIRST + "kWh")).contains("\"@odata.context\"");
    }

    @Test
    void shouldWriteLargeNumbersAsTextWhenAskedTo() {
        assertThat(accepted("application/json;odata.metadata=none;IEEE754Compatible=true", FIRST + "channelId,kWh"))
                .isEqualTo("{\"value\":[{\"channelId\":\"" + channel + "\",\"kWh\":\"0.25\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/atom+xml                              | /Vessels             | 406
                    application/xml                                   | /Vessels             | 406
                    text/csv                                          | /Vessels             | 406
                    application/atom+xml, application/json;q=0.5      | /Vessels             | 200
                    application/json;odata.metadata=minimal;odata.streaming=true | /Vessels  | 200
                    */*                                               | /Vessels?$format=atom | 406
                    */*                                               | /Vessels?$format=json | 200
                    application/atom+xml                              | /Vessels?$format=json | 200
                    text/html,application/xhtml+xml,*/*;q=0.8         | /Vessels             | 200
                    application/json                                  | /Vessels/$count      | 200
                    application/json                                  | /$metadata           | 406
                    application/xml                                   | /$metadata           | 200
                    """)
    void shouldAnswerInAFormThatTheClientAccepts(String accept, String path, int status) {
        as(Tokens.viewer())
                .header("Accept", accept)
                .get(Feed.ROOT + path)
                .then()
                .statusCode(status)
                .header("OData-Version", "4.0");
    }

    /** Forms and some libraries write a space as a plus, others mean a plus. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$filter=vessel+eq+'MV101'+and+start+ge+2026-01-31T01:15:00+01:00",
                "$filter=vessel+eq+'MV101'+and+start+ge+2026-01-31T01%3A15%3A00%2B01%3A00",
                "$filter=vessel%20eq%20'MV101'%20and%20start%20ge%202026-01-31T01:15:00+01:00",
                "%24filter=kWh%20gt%202.5e-1"
            })
    void shouldReadSpacesHoweverTheyAreEncoded(String query) {
        get("/Windows/$count?" + query).body(equalTo("1"));
    }

    private static String accepted(String accept, String path) {
        return as(Tokens.viewer())
                .header("Accept", accept)
                .get(Feed.ROOT + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
