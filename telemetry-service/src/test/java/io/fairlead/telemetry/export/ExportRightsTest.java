package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.sensors.Sample;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose exports are whose, what may be in them, and what cannot be asked for. */
@FairleadTest
class ExportRightsTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    private final Exporting viewer = Exporting.byViewer();
    private Sample sample;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        sample.days();
    }

    @Test
    void shouldShowAndDeleteOnesOwnExportsOnly() {
        String id = viewer.create(Exporting.body("readings", "csv", sample.vessel(), ""));
        Exporting other = new Exporting(Tokens.of("somebody-else", Set.of("viewer")));
        String url = viewer.urls(id).get(0);

        assertThat(viewer.get(id).getString("end")).isEqualTo("2026-02-10T00:00:00Z");
        viewer.request("?limit=1", Map.of()).then().statusCode(200).body("items[0].id", equalTo(id));
        assertThat(other.request("/" + id, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.request("/" + id + "/parts", Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.fetch(url, Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.delete(id).statusCode()).isEqualTo(404);
        other.request("", Map.of()).then().statusCode(200).body("items.size()", equalTo(0));
        assertThat(viewer.delete(id).statusCode()).isEqualTo(204);
        assertThat(viewer.fetch(url, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldGiveNoPartsOfVesselsThatTheTokenDoesNotSpeakFor() {
        Sample other = Sample.of(vessels, sealer);
        other.days();
        String body = Exporting.body("readings", "csv", sample.vessel() + "\",\"" + other.vessel(), "");
        Exporting one = Exporting.byViewerOf(sample.vessel());
        String id = viewer.create(body);

        List<String> urls = viewer.urls(id);

        assertThat(urls).hasSize(4);
        List<String> seen = one.urls(id);
        assertThat(seen).hasSize(2).allMatch(urls::contains);
        urls.forEach(
                url -> assertThat(one.fetch(url, Map.of()).statusCode()).isEqualTo(seen.contains(url) ? 200 : 404));
        one.post(body).then().statusCode(404).body("errors.pointer", equalTo(List.of("#/vessels/1")));
        String all = one.create(
                "{\"content\":\"readings\",\"format\":\"csv\",\"start\":\"2026-01-30T00:00:00Z\",\"end\":\"2026-02-10T00:00:00Z\"}");
        assertThat(one.urls(all)).hasSize(2);
        assertThat(ExportTest.text(ExportTest.all(one, one.urls(all)))).doesNotContain(other.vessel());
    }

    @Test
    void shouldNameWhatIsWrong() {
        viewer.post("{\"content\":\"power\",\"format\":\"json\",\"start\":\"2026-02-02T00:00:00Z\","
                        + "\"end\":\"2026-02-01T00:00:00Z\",\"interval\":\"PT1H\",\"functions\":[\"max\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/format", "#/end", "#/interval", "#/functions"));
        viewer.post("{\"format\":\"csv\",\"vessels\":[\" \"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/content", "#/start", "#/vessels/0"));
        viewer.post(Exporting.body("windows", "csv", sample.vessel(), ",\"interval\":\"PT0.1S\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("#/interval")));
        viewer.post(Exporting.body("readings", "csv", "nobody", ""))
                .then()
                .statusCode(404)
                .body("errors.pointer", equalTo(List.of("#/vessels/0")));
        viewer.post(Exporting.body("readings", "csv", sample.vessel(), ",\"channels\":[\"power\",\"nothing\"]"))
                .then()
                .statusCode(404)
                .body("errors.pointer", equalTo(List.of("#/channels/0", "#/channels/1")));
        assertThat(new Exporting(Tokens.ship(sample.vessel()))
                        .post(Exporting.body("readings", "csv", sample.vessel(), ""))
                        .statusCode())
                .isEqualTo(403);
    }
}
