package io.fairlead.telemetry.iso19848;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.sendPackage;
import static io.fairlead.telemetry.iso19848.Packages.ENERGY;
import static io.fairlead.telemetry.iso19848.Packages.POWER;
import static io.fairlead.telemetry.iso19848.Packages.TEMPERATURE;
import static io.fairlead.telemetry.iso19848.Packages.channelList;
import static io.fairlead.telemetry.iso19848.Packages.event;
import static io.fairlead.telemetry.iso19848.Packages.row;
import static io.fairlead.telemetry.iso19848.Packages.table;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class PackageTest {

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
    void shouldMakeWindowsOfAPowerChannelInATable() {
        sendPackage(
                        vessel,
                        table(
                                imo,
                                new String[] {POWER, TEMPERATURE},
                                row("04:00:00", "10", "-3.5"),
                                row("04:05:00", "20", "-3.4"),
                                row("04:10:00", "30", "-3.3")))
                .statusCode(200)
                .body("accepted", equalTo(6), "duplicate", equalTo(0), "rejected", equalTo(0));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows.end", contains("2026-01-31T04:15:00Z"))
                .body("windows.kWh", contains(5), "windows.count", contains(3));
        get("/api/v1/sensors/" + vessel + "/channels")
                .body("items.name", containsInAnyOrder(POWER, TEMPERATURE))
                .body("items.quantity", containsInAnyOrder("power", "other"));
    }

    @Test
    void shouldReadEventsAndKeepTextsAsTheyAre() {
        sendPackage(vessel, event(imo, TEMPERATURE, "04:00:00.123456789", "Alarm \\\"high\\\""))
                .statusCode(200)
                .body("accepted", equalTo(1));

        get("/api/v1/sensors/" + vessel + "/latest")
                .body("items[0].channel.name", equalTo(TEMPERATURE))
                .body("items[0].reading.time", equalTo("2026-01-31T04:00:00.123456789Z"))
                .body("items[0].reading.text", equalTo("Alarm \"high\""))
                .body("items[0].reading.quality", equalTo("0"));
    }

    @Test
    void shouldUseWhatTheChannelListSays() {
        sendPackage(vessel, channelList(imo, POWER, "P1", "MW", null))
                .statusCode(200)
                .body("accepted", equalTo(1));
        sendPackage(vessel, channelList(imo, POWER, "P1", "MW", null)).body("duplicate", equalTo(1));

        sendPackage(vessel, event(imo, "P1", "04:00:00", "0.02")).statusCode(200);

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").body("windows.kWh", contains(5));
        get("/api/v1/sensors/" + vessel + "/channels")
                .body("items.name", contains(POWER), "items.unit", contains("MW"));
    }

    @Test
    void shouldGiveEnergyItsDeclaredPeriod() {
        sendPackage(vessel, channelList(imo, ENERGY, "E1", "kWh", 1800)).statusCode(200);

        sendPackage(vessel, event(imo, ENERGY, "05:00:00", "3")).statusCode(200);

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T06:00:00Z")
                .body("windows.end", contains("2026-01-31T04:45:00Z", "2026-01-31T05:00:00Z"))
                .body("windows.kWh", contains(1.5f, 1.5f));
    }

    @Test
    void shouldNotChangeTheUnitWhenThereAreReadings() {
        sendPackage(vessel, event(imo, POWER, "04:00:00", "1")).statusCode(200);

        sendPackage(vessel, channelList(imo, POWER, "P1", "MW", null))
                .statusCode(409)
                .body("type", equalTo("/problems/channel-in-use"))
                .body("errors.pointer", contains("#/Package/DataChannelList/DataChannel/0/DataChannelID"));
        sendPackage(vessel, channelList(imo, POWER, "P1", "kW", null)).statusCode(200);
    }

    @Test
    void shouldRejectAnEmptyValueAloneAndTellIt() {
        sendPackage(vessel, table(imo, new String[] {POWER, TEMPERATURE}, row("04:00:00", "10", "")))
                .statusCode(200)
                .body("accepted", equalTo(1), "rejected", equalTo(1));

        try (TopicReader rejected = TopicReader.open(Topics.TELEMETRY_REJECTED)) {
            rejected.await(
                    record -> record.key().equals(vessel)
                            && new String(record.value(), StandardCharsets.UTF_8).contains("There is no value."),
                    Duration.ofSeconds(20));
        }
    }
}
