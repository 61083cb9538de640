package io.fairlead.telemetry;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ship reports by Kafka only of its own vessel, however a record names the other. */
@FairleadTest
class KafkaIsolationTest {

    private static final String OTHER_IMO = "9321483";
    private static final String JSON = "application/json";
    private static final String ISO_19848 = "application/vnd.iso19848+json";
    private static final String READING = "\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1";
    private static final String SERIES = "\"TimeSeriesData\":[{\"EventData\":{\"DataSet\":["
            + "{\"TimeStamp\":\"2026-01-31T04:00:00Z\",\"DataChannelID\":\"/a\",\"Value\":\"1\"}]}}]";
    private static final String CHANNELS =
            "\"DataChannelList\":{\"DataChannel\":[{\"DataChannelID\":{\"LocalID\":\"/a\"}}]}";

    @Inject
    KnownVessels vessels;

    private String own;
    private String other;

    @BeforeEach
    void register() {
        own = "V" + UUID.randomUUID().toString().substring(0, 8);
        other = "KAFKA-OTHER";
        vessels.active(own, null);
        vessels.active(other, OTHER_IMO);
    }

    @ParameterizedTest
    @CsvSource({
        "the report, OWN",
        "a reading, OWN",
        "the package, OWN",
        "the list, OWN",
        "the subject, OTHER",
        "all, OTHER"
    })
    void shouldLetAShipReportOnlyOfItsOwnVessel(String where, String subject) {
        boolean iso = !List.of("the report", "a reading", "all").contains(where);
        Gateway.send(other, subject.equals("OWN") ? own : other, Tokens.ship(own), iso ? ISO_19848 : JSON, body(where));

        // Whatever was sent before with this key has been taken in, or refused, when this is there.
        String later = "later." + UUID.randomUUID();
        Gateway.send(
                other,
                other,
                Tokens.ship(other),
                JSON,
                "{\"vessel\":\"%s\",\"readings\":[{%s}]}"
                        .formatted(other, READING.replace("\"a\"", '"' + later + '"')));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> channels(other)
                .contains(later));
        assertThat(channels(other)).allMatch(name -> name.startsWith("later."));
        assertThat(channels(own)).isEmpty();
    }

    private String body(String where) {
        String ship = "\"Header\":{\"ShipID\":\"IMO" + OTHER_IMO + "\"},";
        return switch (where) {
            case "the report", "all" -> "{\"vessel\":\"%s\",\"readings\":[{%s}]}".formatted(other, READING);
            case "a reading" -> "{\"vessel\":\"%s\",\"readings\":[{%s},{\"vessel\":\"%s\",%s}]}"
                    .formatted(own, READING, other, READING);
            case "the package" -> "{\"Package\":{" + ship + SERIES + "}}";
            case "the list" -> "{\"Package\":{\"Header\":{\"ShipID\":\"IMO" + OTHER_IMO
                    + "\",\"DataChannelListID\":{\"ID\":\"m\"}}," + CHANNELS + "}}";
            default -> "{\"Package\":{" + SERIES + "}}";
        };
    }

    private static List<String> channels(String vessel) {
        return get("/api/v1/sensors/" + vessel + "/channels")
                .statusCode(200)
                .extract()
                .path("items.name");
    }
}
