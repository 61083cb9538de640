package io.fairlead.telemetry.iso19848;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static io.fairlead.telemetry.Api.sendPackage;
import static io.fairlead.telemetry.iso19848.Packages.ENERGY;
import static io.fairlead.telemetry.iso19848.Packages.POWER;
import static io.fairlead.telemetry.iso19848.Packages.channelList;
import static io.fairlead.telemetry.iso19848.Packages.event;
import static io.fairlead.telemetry.iso19848.Packages.row;
import static io.fairlead.telemetry.iso19848.Packages.table;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FairleadTest
class PackageOutTest {

    private static final String ISO = "application/vnd.iso19848+json";
    private static final String PATH = "/api/v1/sensors/iso19848";

    @Inject
    KnownVessels vessels;

    private String imo;
    private String vessel;

    @BeforeEach
    void register() {
        imo = "" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        vessel = "MV" + imo;
        vessels.active(vessel, imo);
    }

    @Test
    void shouldTakeAPackageWithoutAHeaderWhenTheParameterNamesTheVessel() {
        String bare = event(imo, POWER, "04:00:00", "1").replaceFirst("\"Header\":\\{[^}]*},", "");

        post(PATH, Tokens.ship(vessel), bare)
                .statusCode(400)
                .body("errors.pointer", contains("#/Package/Header/ShipID"));
        post(PATH + "?vessel=" + vessel, Tokens.ship(vessel), bare).statusCode(200);
        post(PATH + "?vessel=" + vessel, Tokens.ship("V0"), bare).statusCode(403);
        post(PATH + "?vessel=" + vessel, Tokens.ship(vessel), event("9074730", POWER, "04:00:00", "1"))
                .statusCode(400)
                .body("errors.parameter", contains("vessel"));
    }

    @Test
    void shouldGiveTheListBackAsItWasDeclared() {
        sendPackage(
                        vessel,
                        channelList(imo, ENERGY, "E1", "kWh", 1800)
                                .replace(
                                        "\"Format\":{\"Type\":\"Decimal\"}",
                                        "\"Format\":{\"Type\":\"Decimal\","
                                                + "\"Restriction\":{\"FractionDigits\":\"1\"}},\"Remarks\":\"aft\","
                                                + "\"Range\":{\"Low\":\"0\",\"High\":\"500\"}"))
                .statusCode(200);

        out("/channels", ISO)
                .contentType(ISO)
                .body("Package.Header.ShipID", equalTo("IMO" + imo))
                .body("Package.DataChannelList.DataChannel.DataChannelID.LocalID", contains(ENERGY))
                .root("Package.DataChannelList.DataChannel[0].Property")
                .body("DataChannelType.CalculationPeriod", equalTo(1800), "Remarks", equalTo("aft"))
                .body("Format.Restriction.FractionDigits", equalTo(1), "Range.High", equalTo(500));
    }

    @Test
    void shouldRefuseATypeThatNoEditionKnows() {
        sendPackage(vessel, channelList(imo, POWER, "P1", "kW", null).replace("Average", "Averaged"))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("#/Package/DataChannelList/DataChannel/0/Property/DataChannelType/Type"));
        for (String type : new String[] {"ManuallyInput", "ManualInput", "Median", "ControlOutput"}) {
            sendPackage(vessel, channelList(imo, POWER, "P1", "kW", null).replace("Average", type))
                    .statusCode(200);
        }
    }

    @Test
    void shouldGiveReadingsThatAreTakenBack() {
        sendPackage(
                        vessel,
                        table(imo, new String[] {POWER}, row("04:00:00.000000001", "10.25"), row("04:05:00", "1e-5")))
                .statusCode(200);
        String other = "MV" + (Integer.parseInt(imo) - 1);
        vessels.active(other, null);

        String series = out("/channels/" + channel(vessel) + "/readings", ISO)
                .contentType(ISO)
                .body("Package.TimeSeriesData[0].TabularData[0].DataSet.Value.flatten()", contains("10.25", "0.00001"))
                .extract()
                .asString();
        post(PATH + "?vessel=" + other, Tokens.ship(other), series.replace("IMO" + imo, other))
                .statusCode(200)
                .body("accepted", equalTo(2));

        assertThat(readings(other)).isEqualTo(readings(vessel)).contains("04:00:00.000000001Z");
    }

    @Test
    void shouldChooseTheFormByParameterOrAccept() {
        sendPackage(vessel, event(imo, POWER, "04:00:00", "1")).statusCode(200);

        out("/channels?format=iso19848", "*/*").contentType(ISO);
        out("/channels?format=json", ISO).contentType("application/json").body("items", hasSize(1));
        out("/channels", "*/*").contentType("application/json").body("next", nullValue());
        out("/channels", "application/json, " + ISO).contentType("application/json");
        out("/channels", ISO + ", application/json;q=0.5").contentType(ISO);
        given().auth()
                .oauth2(Tokens.viewer())
                .accept("text/html")
                .get("/api/v1/sensors/" + vessel + "/channels")
                .then()
                .statusCode(406);
        get("/api/v1/sensors/" + vessel + "/channels?format=xml")
                .statusCode(400)
                .body("errors.parameter", contains("format"));
    }

    @Test
    void shouldLinkToTheNextPackage() {
        sendPackage(vessel, table(imo, new String[] {POWER}, row("04:00:00", "1"), row("04:05:00", "2")));
        String path = "/channels/" + channel(vessel) + "/readings";

        String link = out(path + "?limit=1", ISO)
                .body("Package.TimeSeriesData[0].TabularData[0].NumberOfDataSet", equalTo(1))
                .extract()
                .header("Link");
        assertThat(link).endsWith("; rel=\"next\"");
        out(path + "?start=2026-02-01T00:00:00Z", ISO).body("Package.TimeSeriesData", hasSize(0));
    }

    @Test
    void shouldGivePackagesThatTheLibraryOfDnvTakes(@TempDir Path folder) throws IOException {
        String power = "/dnv-v2/vis-3-4a/411.1/C101.31-2/meta/qty-power";
        String alarm = "/dnv-v2/vis-3-4a/411.1/C101.31-2/meta/qty-temperature/cnt-exhaust.gas";
        sendPackage(vessel, table(imo, new String[] {power, alarm}, row("04:00:00.000000001", "10.25", "high")))
                .statusCode(200);
        List<String> files = new ArrayList<>(List.of(folder.resolve("list.json").toString()));
        Files.writeString(Path.of(files.get(0)), out("/channels", ISO).extract().asString());
        List<String> ids =
                get("/api/v1/sensors/" + vessel + "/channels").extract().path("items.id");
        for (String id : ids) {
            Path file = folder.resolve("series-" + id + ".json");
            Files.writeString(
                    file, out("/channels/" + id + "/readings", ISO).extract().asString());
            files.add(file.toString());
        }

        PythonScript.run("iso19848_check.py", "vista_sdk", files.toArray(String[]::new));
    }

    private ValidatableResponse out(String path, String accept) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.viewer())
                .accept(accept)
                .get("/api/v1/sensors/" + vessel + path)
                .then()
                .statusCode(200);
    }

    private static String channel(String vessel) {
        return get("/api/v1/sensors/" + vessel + "/channels").extract().path("items[0].id");
    }

    private static String readings(String vessel) {
        return get("/api/v1/sensors/" + vessel + "/channels/" + channel(vessel) + "/readings")
                .extract()
                .asString();
    }
}
