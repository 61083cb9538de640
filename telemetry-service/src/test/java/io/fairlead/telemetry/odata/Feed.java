package io.fairlead.telemetry.odata;

import static io.restassured.RestAssured.given;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The feed, and something in it to read. */
final class Feed {

    static final String ROOT = "/odata/v1";
    static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    private Feed() {}

    /** The feed's address as tests see it. */
    static String root() {
        return "http://127.0.0.1:" + RestAssured.port + ROOT;
    }

    /** Reads an address behind the root, encoded already, as somebody who may read the whole fleet. */
    static ValidatableResponse get(String path) {
        return as(Tokens.viewer()).get(ROOT + path).then();
    }

    static RequestSpecification as(String token) {
        return plain().auth().oauth2(token);
    }

    static RequestSpecification plain() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is answered in all, following each link to the next page. */
    static List<Map<String, Object>> all(String address, int pageSize) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String next = address; next != null; ) {
            ValidatableResponse page = as(Tokens.viewer())
                    .header("Prefer", "odata.maxpagesize=" + pageSize)
                    .get(next)
                    .then()
                    .statusCode(200);
            all.addAll(page.extract().path("value"));
            next = page.extract().path("'@odata.nextLink'");
        }
        return all;
    }

    /** Registers a vessel whose hotel meter reports one reading in each of so many windows, of 1 kW, 2 kW and so on. */
    static void report(KnownVessels vessels, String vessel, int windows) {
        vessels.active(vessel, null);
        String readings = IntStream.range(0, windows)
                .mapToObj(i -> "{\"time\":\"%s\",\"value\":%d}".formatted(START.plusSeconds(900L * i), i + 1))
                .collect(Collectors.joining(","));
        Api.reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"labels\":{\"consumer\":\"hotel\"},\"readings\":[%s]}"
                                .formatted(vessel, readings))
                .statusCode(200);
    }
}
