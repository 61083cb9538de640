package io.fairlead.telemetry.signalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.problem.FieldError;
import io.fairlead.telemetry.report.SentReading;
import io.fairlead.telemetry.report.SentReading.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeltaTest {

    @Test
    void shouldFlattenObjectsAndKeepTextsAndBooleans() {
        Delta delta = read(
                """
                {"path":"navigation.position","value":{"latitude":59.91,"longitude":10.75}},
                {"path":"","value":{"name":"Northern Light"}},
                {"path":"steering.autopilot.state","value":"auto"},
                {"path":"electrical.switches.1.state","value":true},
                {"path":"notifications.mob","value":{"method":["visual"],"state":"alarm"}}""",
                false);

        assertThat(delta.report().errors()).isEmpty();
        assertThat(delta.report().readings())
                .extracting(SentReading::channel)
                .containsExactly(
                        "navigation.position.latitude",
                        "navigation.position.longitude",
                        "name",
                        "steering.autopilot.state",
                        "electrical.switches.1.state",
                        "notifications.mob.method",
                        "notifications.mob.state");
        assertThat(delta.report().readings())
                .extracting(SentReading::text)
                .containsExactly(null, null, "Northern Light", "auto", "true", "[\"visual\"]", "alarm");
        assertThat(delta.report().readings().get(1).number()).isEqualByComparingTo("10.75");
    }

    @Test
    void shouldRejectANullAlone() {
        Delta delta = read("{\"path\":\"a.b\",\"value\":null},{\"path\":\"a.c\",\"value\":1}", false);

        assertThat(delta.report().errors()).isEmpty();
        assertThat(delta.report().readings()).hasSize(1);
        assertThat(delta.report().rejected())
                .singleElement()
                .satisfies(left -> assertThat(left.reading().pointer()).isEqualTo("#/updates/0/values/0/value"));
    }

    @Test
    void shouldTellSourcesApartOnlyWhenAsked() {
        assertThat(read("{\"path\":\"a\",\"value\":1}", false)
                        .report()
                        .readings()
                        .get(0)
                        .labels())
                .isEmpty();
        assertThat(read("{\"path\":\"a\",\"value\":1}", true)
                        .report()
                        .readings()
                        .get(0)
                        .labels())
                .containsEntry("source", "n2k.115");
        assertThat(pointers(tree("{\"updates\":[{\"timestamp\":\"t\",\"values\":[]}]}"), true))
                .containsExactly("#/updates/0/$source");
    }

    @Test
    void shouldNameEachFault() {
        assertThat(pointers(tree("{}"), false)).containsExactly("#/updates");
        assertThat(pointers(
                        tree(
                                """
                        {"updates":[{"values":[{"path":"a","value":1}]},{"timestamp":"t"},
                          {"timestamp":"t","values":[{"value":1},{"path":"a"},{"path":"a","value":1e999},7]}]}"""),
                        false))
                .containsExactly(
                        "#/updates/0/timestamp",
                        "#/updates/1/values",
                        "#/updates/2/values/0/path",
                        "#/updates/2/values/1/value",
                        "#/updates/2/values/2/value",
                        "#/updates/2/values/3/path");
    }

    @Test
    void shouldCountMetadata() {
        Delta delta = new Delta(new Place("v", ""), false)
                .read(tree("{\"updates\":[{\"meta\":[{\"path\":\"a\",\"value\":{\"units\":\"m\"}}]}]}"));

        assertThat(delta.report().errors()).isEmpty();
        assertThat(delta.ignored()).isEqualTo(1);
    }

    @Test
    void shouldFindTheVesselOfAContext() {
        assertThat(Context.of("vessels.urn:mrn:imo:imo:9876543")).contains(new Context(Context.Kind.IMO, "9876543"));
        assertThat(Context.of("vessels.imo:9876543")).contains(new Context(Context.Kind.IMO, "9876543"));
        assertThat(Context.of("vessels.urn:mrn:imo:mmsi:257123456"))
                .contains(new Context(Context.Kind.MMSI, "257123456"));
        assertThat(Context.of("vessels.MV102")).contains(new Context(Context.Kind.CODE, "MV102"));
        for (String none : new String[] {
            "", "vessels.self", "vessels.urn:mrn:signalk:uuid:c0d79334-4e25-4245-8892-54e8ccc8021d", "aircraft.MV102"
        }) {
            assertThat(Context.of(none)).isEqualTo(Optional.empty());
        }
    }

    private static Delta read(String values, boolean sources) {
        return new Delta(new Place("v", ""), sources)
                .read(tree("{\"updates\":[{\"$source\":\"n2k.115\",\"timestamp\":\"t\",\"values\":[%s]}]}"
                        .formatted(values)));
    }

    private static List<String> pointers(JsonNode delta, boolean sources) {
        return new Delta(new Place("v", ""), sources)
                .read(delta).report().errors().stream().map(FieldError::pointer).toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
