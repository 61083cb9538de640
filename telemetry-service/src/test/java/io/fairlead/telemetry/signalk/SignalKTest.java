package io.fairlead.telemetry.signalk;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class SignalKTest {

    private static final String PATH = "/api/v1/sensors/signalk";
    private static final String VALUES =
            """
            {"path":"propulsion.port.revolutions","value":12.1},{"path":"navigation.position",
              "value":{"latitude":59.91,"longitude":10.75}},{"path":"navigation.state","value":null}""";

    @Inject
    KnownVessels vessels;

    private String imo;
    private String vessel;

    @BeforeEach
    void register() {
        imo = "" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, imo);
    }

    @Test
    void shouldKeepADeltaOfTheVesselThatItsContextNames() {
        send(PATH, "vessels.urn:mrn:imo:imo:" + imo, VALUES)
                .statusCode(200)
                .body("accepted", equalTo(3), "duplicate", equalTo(0), "rejected", equalTo(1), "ignored", equalTo(1));
        send(PATH, "vessels." + vessel, VALUES).body("accepted", equalTo(0), "duplicate", equalTo(3));

        get("/api/v1/sensors/" + vessel + "/latest")
                .body(
                        "items.channel.name",
                        contains(
                                "navigation.position.latitude",
                                "navigation.position.longitude",
                                "propulsion.port.revolutions"))
                .body("items.reading.value", contains(59.91f, 10.75f, 12.1f));
    }

    @Test
    void shouldFindTheVesselByMmsiOrByTheParameter() {
        String mmsi = "2" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        vessels.withMmsi(vessel, mmsi);

        send(PATH, "vessels.urn:mrn:imo:mmsi:" + mmsi, VALUES).statusCode(200);
        send(PATH + "?vessel=" + vessel, "vessels.self", VALUES).statusCode(200).body("duplicate", equalTo(3));
        send(PATH, "vessels.self", VALUES).statusCode(400).body("errors.parameter", contains("vessel"));
        send(PATH + "?vessel=V0", "vessels." + vessel, VALUES)
                .statusCode(400)
                .body("errors.parameter", contains("vessel"));
        send(PATH, "vessels.urn:mrn:imo:mmsi:999999999", VALUES)
                .statusCode(400)
                .body("errors.pointer", contains("#/context"));
    }

    @Test
    void shouldKeepSourcesApartWhenAsked() {
        send(PATH + "?sources=apart", "vessels." + vessel, VALUES).statusCode(200);

        get("/api/v1/sensors/" + vessel + "/channels").body("items[0].labels.source", equalTo("n2k.115"));
        send(PATH + "?sources=none", "vessels." + vessel, VALUES)
                .statusCode(400)
                .body("errors.parameter", contains("sources"));
    }

    @Test
    void shouldKeepNothingWhenAValueIsWrong() {
        send(PATH, "vessels." + vessel, VALUES + ",{\"path\":7,\"value\":1}")
                .statusCode(400)
                .body("errors.pointer", contains("#/updates/0/values/3/path"));
        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));
        post(PATH, Tokens.ship(vessel), "[]").statusCode(400).body("errors.pointer", contains("#"));
        post(PATH, Tokens.ship(vessel), "{").statusCode(400).body("errors.pointer", contains("#"));
    }

    private ValidatableResponse send(String path, String context, String values) {
        return post(
                path,
                Tokens.ship(vessel),
                """
                {"context":"%s","updates":[{"$source":"n2k.115","timestamp":"2026-01-31T04:00:00.000Z","values":[%s],
                  "meta":[{"path":"navigation.state","value":{"description":"any"}}]}]}"""
                        .formatted(context, values));
    }
}
