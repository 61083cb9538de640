package io.fairlead.telemetry.analytics;

import io.fairlead.telemetry.Api;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.Set;

/** The calls that tests of analytics make. */
final class Analytics {

    static final String RESULTS = "/api/v1/analytics/results";

    private Analytics() {}

    /** A number about a vessel, of a day in January 2026. */
    static String number(String name, String vessel, int day, String run, double value) {
        return """
                {"name":"%s","vessel":%s,"start":"2026-01-%02dT00:00:00Z","end":"2026-01-%02dT00:00:00Z",
                 "type":"number","value":%s,"unit":"1","model":{"name":"forest","version":"1"},
                 "run":{"id":"%s","parameters":{"trees":200}},"producedAt":"2026-02-01T0%s:00:00Z"}"""
                .formatted(
                        name,
                        vessel == null ? "null" : '"' + vessel + '"',
                        day,
                        day + 1,
                        value,
                        run,
                        run.replaceAll("\\D", ""));
    }

    static ValidatableResponse publish(String body) {
        return publish(worker(), body);
    }

    static ValidatableResponse publish(String token, String body) {
        return Api.post(RESULTS, token, body);
    }

    static ValidatableResponse list(String query) {
        return Api.get(RESULTS + query);
    }

    static String worker() {
        return Tokens.of("data-science", Set.of("worker"));
    }
}
