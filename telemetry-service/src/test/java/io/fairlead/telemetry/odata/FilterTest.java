package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.encoded;
import static io.fairlead.telemetry.odata.Feed.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class FilterTest {

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void report() {
        Feed.report(vessels, "MV101", 8);
        vessels.active("MV102", "9074729");
        vessels.retired("mv'3", "4000022");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    code eq 'MV101'                                  | MV101
                    code ne 'MV101'                                  | MV102 mv'3
                    code eq 'mv''3'                                  | mv'3
                    imo eq null                                      | MV101
                    imo ne null                                      | MV102 mv'3
                    imo ne '9074729'                                 | MV101 mv'3
                    imo gt '5'                                       | MV102
                    not (imo gt '5')                                 | MV101 mv'3
                    not (imo eq '9074729')                           | MV101 mv'3
                    not(contains(code,'MV'))                         | mv'3
                    imo eq mmsi                                      | MV101
                    imo ne mmsi                                      | MV102 mv'3
                    status eq 'active' and imo ne null               | MV102
                    status eq 'retired' or imo eq null               | MV101 mv'3
                    (status eq 'active' or imo eq null) and code gt 'MV101' | MV102
                    contains(code,'V10')                             | MV101 MV102
                    contains(imo,'40')                               | mv'3
                    startswith(code,'MV')                            | MV101 MV102
                    endswith(code,'''3')                             | mv'3
                    startswith(tolower(code),'mv')                   | MV101 MV102 mv'3
                    contains(code,'%')                               |
                    length(code) eq 4                                | mv'3
                    code in ('MV101','mv''3')                        | MV101 mv'3
                    code eq 'x'' or 1=1 --'                          |
                    code eq ''                                       |
                    """)
    void shouldKeepVessels(String filter, String codes) {
        List<String> found = get("/Vessels?$select=code&$orderby=code&$filter=" + encoded(filter))
                .statusCode(200)
                .extract()
                .path("value.code");

        assertThat(found).containsExactlyInAnyOrder(codes == null ? new String[0] : codes.split(" "));
        get("/Vessels/$count?$filter=" + encoded(filter)).body(equalTo("" + found.size()));
    }

    /** A BI tool writes each value that its user has ticked. */
    @Test
    void shouldTakeALongSelection() {
        get("/Vessels/$count?$filter=" + "code%20eq%20'MV101'%20or%20".repeat(500) + "code%20eq%20'MV102'")
                .statusCode(200)
                .body(equalTo("2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    end ge 2026-01-31T01:00:00Z                      | 5
                    end ge 2026-01-31T02:00:00+01:00                 | 5
                    start ge 2026-01-31T01:00:00Z                    | 4
                    start ge 2026-01-31T00:30:00Z and end le 2026-01-31T01:00:00.000Z | 2
                    2026-01-31T01:00:00Z gt start                    | 4
                    kWh gt 1                                         | 4
                    kWh gt 1.75                                      | 1
                    kWh ge 1.5e0                                     | 3
                    meanKW eq 3                                      | 1
                    count eq 1 and minKW lt 3                        | 2
                    channelId lt 0                                   | 0
                    hour(end) eq 1                                   | 4
                    date(start) eq 2026-01-31                        | 8
                    year(end) eq 2026 and month(end) eq 1 and day(end) eq 31 | 8
                    flags eq null                                    | 8
                    labels eq 'consumer=hotel'                       | 8
                    kWh in (0.25,0.5)                                | 2
                    start in (2026-01-31T00:15:00Z,2026-01-31T00:20:00Z) | 1
                    changedAt le now()                               | 8
                    """)
    void shouldKeepWindows(String filter, String count) {
        get("/Windows/$count?$filter=" + encoded(filter)).statusCode(200).body(equalTo(count.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vessel gt 5",
                "kWh eq 'much'",
                "end ge 2026-01-31",
                "kWh",
                "nothing eq 1",
                "contains(kWh,'1')",
                "kWh gt",
                "kWh gt 1 and",
                "(kWh gt 1",
                "end gt 2026-13-31T00:00:00Z",
                "end gt 99999-01-31T00:00:00Z"
            })
    void shouldRefuseABadFilterAndNameTheProperty(String filter) {
        String property = List.of(filter.split("\\W+")).stream()
                .filter(word -> List.of("vessel", "kWh", "end", "nothing").contains(word))
                .findFirst()
                .orElseThrow();

        get("/Windows?$filter=" + encoded(filter))
                .statusCode(400)
                .header("OData-Version", "4.0")
                .body("error.code", equalTo("invalid-request"))
                .body("error.target", equalTo("$filter"))
                .body("error.message", containsString(property));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kWh add 1 gt 2",
                "kWh div 0 gt 2",
                "round(kWh) eq 1",
                "concat(vessel,'x') eq 'y'",
                "vessel eq @p",
                "cast(kWh,Edm.String) eq '1'"
            })
    void shouldSayThatAFilterIsNotSupportedRatherThanIgnoreIt(String filter) {
        get("/Windows?$filter=" + encoded(filter) + (filter.contains("@") ? "&@p='x'" : ""))
                .statusCode(501)
                .body("error.code", equalTo("not-implemented"));
    }
}
