package io.fairlead.telemetry;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.OpenApiDocument;
import io.fairlead.testkit.OpenApiDocument.Operation;
import io.fairlead.testkit.Tokens;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ship writes only its own vessel's data, by every door. For reading see {@link ReadIsolationTest}. */
@FairleadTest
class IsolationTest {

    private static final String OWN = "MV301";
    private static final String OTHER = "MV302";
    private static final String OWN_IMO = "9074729";
    private static final String OTHER_IMO = "9074741";
    private static final String JSON = "application/json";
    private static final Integer[] STORED = {200, 201, 204};

    private static final Set<String> OF_NO_VESSEL = Set.of(
            "createToken",
            "listTokens",
            "getToken",
            "revokeToken",
            "pingInflux",
            "queryInflux",
            "executeInflux",
            "getODataService");

    /** Tried by {@code ExportRightsTest}. */
    private static final Set<String> OF_EXPORTS =
            Set.of("createExport", "listExports", "getExport", "deleteExport", "listExportParts", "getExportPart");

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
        String signalK = "/api/v1/sensors/signalk";
        return Stream.of(
                Arguments.of(
                        "reportPower",
                        "/api/v1/power",
                        JSON,
                        "{\"vessel\":\"CODE\",\"unit\":\"kW\",\"readings\":"
                                + "[{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(
                        "reportReadings",
                        readings,
                        JSON,
                        "{\"vessel\":\"CODE\",\"readings\":"
                                + "[{\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(
                        "reportReadings",
                        readings,
                        JSON,
                        "{\"vessel\":\"" + OWN + "\",\"readings\":[{\"vessel\":\"CODE\",\"channel\":\"a\","
                                + "\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"),
                Arguments.of(
                        "reportReadings",
                        readings,
                        "text/csv",
                        "vessel,channel,time,value\nCODE,a,2026-01-31T04:00:00Z,1\n"),
                Arguments.of(
                        "reportReadings",
                        readings,
                        "application/x-ndjson",
                        "{\"vessel\":\"CODE\",\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}"),
                Arguments.of("sendPackage", iso, JSON, series("\"Header\":{\"ShipID\":\"IMONUMBER\"},")),
                Arguments.of("sendPackage", iso + "?vessel=CODE", "application/vnd.iso19848+json", series("")),
                Arguments.of(
                        "sendPackage",
                        iso,
                        JSON,
                        "{\"Package\":{\"Header\":{\"ShipID\":\"IMONUMBER\",\"DataChannelListID\":{\"ID\":\"m\"}},"
                                + "\"DataChannelList\":{\"DataChannel\":[{\"DataChannelID\":{\"LocalID\":\"/a\"}}]}}}"),
                Arguments.of("sendDelta", signalK, JSON, delta("vessels.urn:mrn:imo:imo:NUMBER")),
                Arguments.of("sendDelta", signalK, JSON, delta("vessels.CODE")),
                Arguments.of("sendDelta", signalK + "?vessel=CODE", JSON, delta("vessels.self")),
                Arguments.of("writeLines", "/api/v2/write", "text/plain", "a,vessel=CODE value=1"),
                Arguments.of(
                        "writeLines",
                        "/api/v2/write",
                        "text/plain",
                        "a,vessel=" + OWN + " value=1\na,vessel=CODE value=1"),
                Arguments.of("writeLinesLegacy", "/write", "text/plain", "a,vessel=CODE value=1"),
                Arguments.of("publishResults", "/api/v1/analytics/results", JSON, result("{", "}")),
                Arguments.of("publishResults", "/api/v1/analytics/results", JSON, result("[{", "}]")));
    }

    @Test
    void shouldDecideOfEveryOperationWhoseDataItIs() {
        Set<String> written = doors().map(door -> (String) door.get()[0]).collect(Collectors.toSet());
        Set<String> read = ReadIsolationTest.operations();
        String document = given().get("/openapi/telemetry.json").asString();

        assertThat(OpenApiDocument.parse(document).operations().stream().map(Operation::id))
                .as(
                        "an operation that writes or reads a vessel's data is tried here, in ReadIsolationTest or in ExportRightsTest")
                .containsExactlyInAnyOrderElementsOf(Stream.of(written, read, OF_NO_VESSEL, OF_EXPORTS)
                        .flatMap(Set::stream)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void shouldLetAShipWriteOnlyItsOwnVessel(String operation, String path, String type, String body) {
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
        get("/api/v1/analytics/results?vessel=" + OTHER).body("items", hasSize(0));

        send(path, type, body, OWN, OWN_IMO, ship, STORED);
    }

    private static void send(
            String path, String type, String body, String code, String imo, String token, Integer... expected) {
        RequestSpecification request = given();
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        request.header("Content-Type", type)
                .body(body.replace("CODE", code).replace("NUMBER", imo).getBytes(StandardCharsets.UTF_8))
                .post(path.replace("CODE", code))
                .then()
                .statusCode(in(List.of(expected)));
    }

    private static String result(String before, String after) {
        return before
                + "\"name\":\"a\",\"vessel\":\"CODE\",\"start\":\"2026-01-31T04:00:00Z\",\"type\":\"number\",\"value\":1,"
                + "\"model\":{\"name\":\"m\",\"version\":\"1\"},\"run\":{\"id\":\"1\"}" + after;
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
