package io.fairlead.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapper as a service has it, for of two modules that read a type one wins. */
@FairleadTest
class StrictJsonTest {

    private record Thing(
            String name, Instant time, LocalDate day, Duration period, Integer count, long number, JsonNode inputs) {}

    private record Trees(ObjectNode object, ArrayNode array) {}

    @Inject
    ObjectMapper json;

    @Test
    void shouldTakeWhatIsWrittenRight() throws JsonProcessingException {
        Thing thing = json.readValue(
                """
                {"name":"\\ud83d\\ude00","time":"2026-01-31T04:15:00+23:59","day":"2026-01-31","period":"PT5S",
                 "count":1982.0,"number":1.2e3,"inputs":{"a":["b"]}}""",
                Thing.class);

        assertThat(thing)
                .isEqualTo(new Thing(
                        "\ud83d\ude00",
                        Instant.parse("2026-01-30T04:16:00Z"),
                        LocalDate.of(2026, 1, 31),
                        Duration.ofSeconds(5),
                        1982,
                        1200,
                        json.readTree("{\"a\":[\"b\"]}")));
        assertThat(json.readValue("{\"name\":null,\"count\":null,\"inputs\":null}", Thing.class))
                .extracting(Thing::name, Thing::count)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":1",
                "\"name\":true",
                "\"time\":0",
                "\"time\":1.5",
                "\"time\":\"\"",
                "\"time\":\"2026-01-31\"",
                "\"time\":\"2026-01-31T24:00:00Z\"",
                "\"day\":[2026,1,31]",
                "\"day\":20000",
                "\"day\":\"2026-01-31T00:00:00Z\"",
                "\"period\":5",
                "\"period\":1.5",
                "\"period\":\"\"",
                "\"period\":\"5s\"",
                "\"count\":1.5",
                "\"count\":\"1\"",
                "\"count\":2147483648",
                "\"count\":1e999999999",
                "\"number\":1e-999999999",
                "\"number\":9223372036854775808",
            })
    void shouldRefuseWhatIsBentIntoShapeElsewhere(String member) {
        assertThatThrownBy(() -> json.readValue("{" + member + "}", Thing.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":\"a\\u0000\"",
                "\"name\":\"\\ud83d\"",
                "\"name\":\"\\ude00\\ud83d\"",
            })
    void shouldNameTheFieldWhenATextCannotBeKept(String member) {
        assertThatThrownBy(() -> json.readValue("{" + member + "}", Thing.class))
                .isInstanceOf(UnstorableValue.class)
                .satisfies(e -> assertThat(path(e)).isEqualTo("/name"));
    }

    @Test
    void shouldNameThePlaceInATreeWhenAValueCannotBeKept() {
        assertThatThrownBy(() -> json.readValue("{\"inputs\":{\"a\":[1,{\"b\":\"\\u0000\"}]}}", Thing.class))
                .isInstanceOf(UnstorableValue.class)
                .satisfies(e -> assertThat(path(e)).isEqualTo("/inputs/a/1/b"));
        assertThatThrownBy(() -> json.readTree("{\"a\":{\"\\u0000\":1}}")).isInstanceOf(UnstorableValue.class);
        assertThatThrownBy(() -> json.readValue("{\"inputs\":{\"a\":[-1e400]}}", Thing.class))
                .isInstanceOf(UnstorableValue.class)
                .satisfies(e -> assertThat(path(e)).isEqualTo("/inputs/a/0"));
    }

    @Test
    void shouldLookAtObjectsAndArraysAsAtAnyTree() throws JsonProcessingException {
        assertThat(json.readValue("{\"object\":{\"a\":[1]},\"array\":[{}]}", Trees.class))
                .isEqualTo(new Trees(
                        json.createObjectNode().set("a", json.createArrayNode().add(1)),
                        json.createArrayNode().add(json.createObjectNode())));
        assertThat(json.readValue("{\"object\":null}", Trees.class)).isEqualTo(new Trees(null, null));
        assertThatThrownBy(() -> json.readValue("{\"object\":[]}", Trees.class))
                .isInstanceOf(MismatchedInputException.class);
        assertThatThrownBy(() -> json.readValue("{\"object\":{\"a\":\"\\u0000\"}}", Trees.class))
                .isInstanceOf(UnstorableValue.class)
                .satisfies(e -> assertThat(path(e)).isEqualTo("/object/a"));
        assertThatThrownBy(() -> json.readValue("{\"array\":[\"\\u0000\"]}", Trees.class))
                .isInstanceOf(UnstorableValue.class)
                .satisfies(e -> assertThat(path(e)).isEqualTo("/array/0"));
    }

    @Test
    void shouldNotHoldOurOwnTextsAgainstACaller() {
        assertThat(json.<JsonNode>valueToTree(Map.of("a", "\0")).get("a").textValue())
                .isEqualTo("\0");
    }

    private static String path(Throwable e) {
        StringBuilder path = new StringBuilder();
        ((JsonMappingException) e).getPath().forEach(step -> path.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return path.toString();
    }
}
