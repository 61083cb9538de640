package io.fairlead.telemetry;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ship writes only its own vessel's readings, by every door over HTTP. For Kafka see ReadingRecordsTest. */
@FairleadTest
class IsolationTest {

    private static final String OWN = "MV301";
    private static final String OTHER = "MV302";
    private static final String OWN_IMO = "9074729";
    private static final String OTHER_IMO = "9074741";
    private static final String JSON = "application/json";

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void register() {
        vessels.active(OWN, OWN_IMO);
        vessels.active(OTHER, OTHER_IMO);
    }

    static Stream<Arguments> doors() {
        String readings = "/api/v1/sensors/readings";
        String iso = "/api/v1/sensors/iso19848";
        return Stream.of(
                Arguments.of(
                        "/api/v1/power",
                        JSON,
                        "{\"vessel\":\"CODE\",\"unit\":\"kW\",\"readings\":"
                                + "[{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(
                        readings,
                        JSON,
                        "{\"vessel\":\"CODE\",\"readings\":"
                                + "[{\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(
                        readings,
                        JSON,
                        "{\"vessel\":\"" + OWN + "\",\"readings\":[{\"vessel\":\"CODE\",\"channel\":\"a\","
                                + "\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(readings, "text/csv", "vessel,channel,time,value\nCODE,a,2026-01-31T04:00:00Z,1\n"),
                Arguments.of(
                        readings,
                        "application/x-ndjson",
                        "{\"vessel\":\"CODE\",\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}"),
                Arguments.of(iso, JSON, series("\"Header\":{\"ShipID\":\"IMONUMBER\"},")),
                Arguments.of(iso + "?vessel=CODE", "application/vnd.iso19848+json", series("")),
                Arguments.of(
                        iso,
                        JSON,
                        "{\"Package\":{\"Header\":{\"ShipID\":\"IMONUMBER\",\"DataChannelListID\":{\"ID\":\"m\"}},"
                                + "\"DataChannelList\":{\"DataChannel\":[{\"DataChannelID\":{\"LocalID\":\"/a\"}}]}}}"),
                Arguments.of("/api/v1/sensors/signalk", JSON, delta("vessels.urn:mrn:imo:imo:NUMBER")),
                Arguments.of("/api/v1/sensors/signalk", JSON, delta("vessels.CODE")),
                Arguments.of("/api/v1/sensors/signalk?vessel=CODE", JSON, delta("vessels.self")),
                Arguments.of("/api/v2/write", "text/plain", "a,vessel=CODE value=1"),
                Arguments.of("/write", "text/plain", "a,vessel=CODE value=1"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void shouldLetAShipWriteOnlyItsOwnVessel(String path, String type, String body) {
        String ship = Tokens.ship(OWN);

        send(path, type, body, OTHER, OTHER_IMO, ship, 403);
        send(path, type, body, OWN, OWN_IMO, Tokens.ship(OTHER), 403);
        send(path, type, body, OWN, OWN_IMO, Tokens.viewer(), 403);
        send(path, type, body, OWN, OWN_IMO, Tokens.operator(), 403);
        send(path, type, body, OWN, OWN_IMO, Tokens.viewerOf(OWN), 403);
        send(path, type, body, OWN, OWN_IMO, Tokens.of("ingest", Set.of("ingest")), 403);
        send(path, type, body, OWN, OWN_IMO, null, 401);
        send(path, type, body, OWN, OWN_IMO, Tokens.expired(), 401);
        get("/api/v1/sensors/" + OTHER + "/channels").body("items", hasSize(0));

        send(path, type, body, OWN, OWN_IMO, ship, path.endsWith("write") ? 204 : 200);
    }

    private static void send(
            String path, String type, String body, String code, String imo, String token, int expected) {
        RequestSpecification request = given();
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        request.header("Content-Type", type)
                .body(body.replace("CODE", code).replace("NUMBER", imo).getBytes(StandardCharsets.UTF_8))
                .post(path.replace("CODE", code))
                .then()
                .statusCode(expected);
    }

    private static String series(String header) {
        return "{\"Package\":{" + header + "\"TimeSeriesData\":[{\"EventData\":{\"DataSet\":["
                + "{\"TimeStamp\":\"2026-01-31T04:00:00Z\",\"DataChannelID\":\"/a\",\"Value\":\"1\"}]}}]}}";
    }

    private static String delta(String context) {
        return "{\"context\":\"" + context + "\",\"updates\":[{\"timestamp\":\"2026-01-31T04:00:00Z\","
                + "\"values\":[{\"path\":\"a\",\"value\":1}]}]}";
    }
}
