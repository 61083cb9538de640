package io.fairlead.core.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FairleadTest
class OperationMetersTest {

    /** What Prometheus sends by default. */
    private static final String PROMETHEUS = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
            + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    /** A trace that was sampled by whoever called. */
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void shouldNameATraceBesideTheBucketThatItsRequestFellInto() {
        given().header("traceparent", PARENT).get("/counters/MV1/allowed");

        assertThat(requests(PROMETHEUS))
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("uri=\"/counters/{vessel}/allowed\"")
                        && line.contains("trace_id=\"" + TRACE + "\""));
        assertThat(requests("text/plain")).isNotEmpty().noneMatch(line -> line.contains(TRACE));
    }

    @Test
    void shouldCountWhatCallersMakeUpAsOne() {
        String madeUp = UUID.randomUUID().toString();
        given().get("/" + madeUp);
        given().request("M" + madeUp.substring(0, 8).toUpperCase(), "/counters/MV1/allowed");
        given().get("/app/" + madeUp);

        List<String> lines = requests(PROMETHEUS);

        assertThat(lines).noneMatch(line -> line.toLowerCase().contains(madeUp.substring(0, 8)));
        assertThat(lines).anyMatch(line -> line.contains("method=\"OTHER\""));
    }

    @Test
    void shouldNameRoutesAsTheDocumentDoes() {
        Routes routes = new Routes(Set.of("/relay_anything/{path}", "/vessels/{vessel}"));

        assertThat(routes.named("/relay_anything/{path: .*}")).contains("/relay_anything/{path}");
        assertThat(routes.named("/vessels/{vessel}")).contains("/vessels/{vessel}");
        assertThat(routes.named("/vessels/MV102")).isEmpty();
        assertThat(routes.named("/docs/swagger-ui.css")).contains("/docs");
        assertThat(routes.named("/docsX")).isEmpty();
        assertThat(routes.named("NOT_FOUND")).contains("NOT_FOUND");
    }

    private static List<String> requests(String accept) {
        return given().header("Accept", accept)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests"))
                .toList();
    }
}
