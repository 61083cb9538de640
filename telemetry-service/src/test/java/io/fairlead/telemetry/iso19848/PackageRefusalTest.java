package io.fairlead.telemetry.iso19848;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.sendPackage;
import static io.fairlead.telemetry.iso19848.Packages.POWER;
import static io.fairlead.telemetry.iso19848.Packages.TEMPERATURE;
import static io.fairlead.telemetry.iso19848.Packages.channelList;
import static io.fairlead.telemetry.iso19848.Packages.event;
import static io.fairlead.telemetry.iso19848.Packages.row;
import static io.fairlead.telemetry.iso19848.Packages.table;
import static io.fairlead.telemetry.iso19848.Packages.timeSeries;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@FairleadTest
class PackageRefusalTest {

    private static final String IMO = "9074729";
    private static final String SERIES = "#/Package/TimeSeriesData/0";
    private static final String TABLE = SERIES + "/TabularData/0";

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void register() {
        vessels.active("MV102", IMO);
        vessels.active("MV103", "9074741");
        vessels.retired("MV199", "9074753");
    }

    static Stream<Arguments> bad() {
        String[] power = {POWER};
        return Stream.of(
                Arguments.of("{}", "#/Package"),
                Arguments.of("{\"Package\":{\"TimeSeriesData\":[]}}", "#/Package/Header/ShipID"),
                Arguments.of(event("12", POWER, "04:00:00", "1"), "#/Package/Header/ShipID"),
                Arguments.of(event("1234567", POWER, "04:00:00", "1"), "#/Package/Header/ShipID"),
                Arguments.of(
                        "{\"Package\":{\"Header\":{\"ShipID\":\"IMO9074729\"},\"TimeSeriesData\":[]}}",
                        "#/Package/TimeSeriesData"),
                Arguments.of(timeSeries(IMO, "\"TabularData\":[]"), SERIES),
                Arguments.of(timeSeries(IMO, "\"TabularData\":{\"a\":1}"), SERIES + "/TabularData"),
                Arguments.of(table(IMO, power, row("04:00:00", "-1")), TABLE + "/DataSet/0/Value/0"),
                Arguments.of(table(IMO, power, row("04:00:00", "on")), TABLE + "/DataSet/0/Value/0"),
                Arguments.of(table(IMO, power, row("04:00:00", "NaN")), TABLE + "/DataSet/0/Value/0"),
                Arguments.of(
                        table(IMO, new String[] {TEMPERATURE}, row("04:00:00", "-INF")), TABLE + "/DataSet/0/Value/0"),
                Arguments.of(
                        table(IMO, new String[] {TEMPERATURE}, row("04:00:00", "1e999")), TABLE + "/DataSet/0/Value/0"),
                Arguments.of(
                        table(IMO, power, row("04:00:00", "1"), row("25:00:00", "1")), TABLE + "/DataSet/1/TimeStamp"),
                Arguments.of(table(IMO, power, row("04:00:00", "1", "2")), TABLE + "/DataSet/0/Value"),
                Arguments.of(
                        table(IMO, power, row("04:00:00", "1"), row("04:00:00", "2")), TABLE + "/DataSet/1/Value/0"),
                Arguments.of(
                        table(IMO, power, row("04:00:00", "1"))
                                .replace("\"NumberOfDataSet\":\"1\"", "\"NumberOfDataSet\":\"2\""),
                        TABLE + "/NumberOfDataSet"),
                Arguments.of(event(IMO, "P1", "04:00:00", "1"), SERIES + "/EventData/DataSet/0/DataChannelID"),
                Arguments.of(
                        channelList(IMO, POWER, "P1", "hp", null),
                        "#/Package/DataChannelList/DataChannel/0/Property/Unit/UnitSymbol"),
                Arguments.of(
                        channelList(IMO, POWER, "P1", "kW", 0),
                        "#/Package/DataChannelList/DataChannel/0/Property/DataChannelType/CalculationPeriod"),
                Arguments.of(
                        channelList(IMO, "P", "P1", "kW", null),
                        "#/Package/DataChannelList/DataChannel/0/DataChannelID/LocalID"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void shouldNameTheFieldAndStoreNothingWhenAPackageIsBad(String body, String pointer) {
        sendPackage("MV102", body).statusCode(400).body("errors.pointer", contains(pointer));

        get("/api/v1/sensors/MV102/channels").body("items", hasSize(0));
    }

    @Test
    void shouldRefuseARetiredVessel() {
        sendPackage("MV199", event("9074753", POWER, "04:00:00", "1"))
                .statusCode(400)
                .body("errors.pointer", contains("#/Package/Header/ShipID"));
    }

    @Test
    void shouldForbidWritingWhenTheTokenDoesNotSpeakForTheVessel() {
        sendPackage("MV103", event(IMO, POWER, "04:00:00", "1")).statusCode(403);
        sendPackage("MV103", channelList(IMO, POWER, "P1", "kW", null)).statusCode(403);
    }
}
