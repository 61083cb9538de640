package io.fairlead.telemetry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.problem.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD =
            """
            {"name":"fuel.anomaly-score","vessel":"MV102","start":"2026-01-31T00:00:00Z","end":"2026-02-01T00:00:00Z",
             "type":"number","value":0.93,"unit":"1","model":{"name":"isolation-forest","version":"2.3.1"},
             "run":{"id":"r1","parameters":{"trees":200},"metrics":{"auc":0.97}},"producedAt":"2026-02-01T02:10:00Z"}""";

    private final List<FieldError> errors = new ArrayList<>();

    @Test
    void shouldReadAResult() {
        NewResult result = read(good());

        assertThat(errors).isEmpty();
        assertThat(result.vessel()).isEqualTo("MV102");
        assertThat(result.start()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(result.value()).isEqualTo("0.93");
        assertThat(result.run().parameters()).isEqualTo("{\"trees\":2E+2}");
    }

    @Test
    void shouldTakeAResultWithoutAnEndForOneOfAnInstant() {
        ObjectNode json = good();
        json.remove(List.of("end", "vessel", "unit", "producedAt"));
        json.putNull("vessel");

        NewResult result = read(json);

        assertThat(errors).isEmpty();
        assertThat(result.end()).isEqualTo(result.start());
        assertThat(result.vessel()).isNull();
        assertThat(result.producedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name|null|#/name",
                "/name|\"two words\"|#/name",
                "/name|7|#/name",
                "/vessel|\"no code\"|#/vessel",
                "/start|null|#/start",
                "/start|\"2026-01-31\"|#/start",
                "/start|1769832000|#/start",
                "/start|\"1969-12-31T23:59:59Z\"|#/start",
                "/end|\"2026-01-30T00:00:00Z\"|#/end",
                "/end|\"2200-01-01T00:00:01Z\"|#/end",
                "/type|\"text\"|#/type",
                "/type|1|#/type",
                "/value|null|#/value",
                "/value|\"0.93\"|#/value",
                "/value|1e999|#/value",
                "/value|[]|#/value",
                "/unit|\"=1+1\"|#/unit",
                "/unit|\"\"|#/unit",
                "/model|null|#/model",
                "/model|\"forest\"|#/model",
                "/model/name|null|#/model/name",
                "/model/version|2.3|#/model/version",
                "/model/seed|1|#/model/seed",
                "/run/id|\"\"|#/run/id",
                "/run/parameters|[]|#/run/parameters",
                "/run/metrics|{\"a\":\"\\u0000\"}|#/run/metrics",
                "/producedAt|\"yesterday\"|#/producedAt",
                "/mood|\"good\"|#/mood"
            })
    void shouldNameTheFieldThatIsWrong(String pointer, String value, String expected) throws JsonProcessingException {
        ObjectNode json = good();
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) json.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));

        assertThat(read(json)).isNull();
        assertThat(errors).extracting(FieldError::pointer).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "series|[]|",
                "series|[{\"time\":\"2026-01-31T01:00:00Z\",\"value\":1},{\"time\":\"2026-01-31T02:00:00Z\",\"value\":null}]|",
                "series|{}|#/value",
                "series|[1]|#/value/0",
                "series|[{\"value\":1}]|#/value/0/time",
                "series|[{\"time\":\"2026-01-31T01:00:00Z\",\"value\":\"1\"}]|#/value/0/value",
                "series|[{\"time\":\"2026-01-31T01:00:00Z\"},{\"time\":\"2026-01-31T01:00:00Z\"}]|#/value/1/time",
                "series|[{\"time\":\"2026-02-01T00:00:00.1Z\"}]|#/value/0/time",
                "series|[{\"time\":\"2026-01-31T01:00:00Z\",\"unit\":\"kW\"}]|#/value/0/unit",
                "table|{\"columns\":[{\"name\":\"port\"},{\"name\":\"calls\",\"unit\":\"1\"}],\"rows\":[[\"Oslo\",3],[null,true]]}|",
                "table|{\"columns\":[{\"name\":\"a\"}],\"rows\":[]}|",
                "table|[]|#/value",
                "table|{\"columns\":[],\"rows\":[]}|#/value/columns",
                "table|{\"columns\":[{\"name\":\"a\"}]}|#/value/rows",
                "table|{\"columns\":[{\"name\":\"a\"},{\"name\":\"a\"}],\"rows\":[]}|#/value/columns/1/name",
                "table|{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1,2]]}|#/value/rows/0",
                "table|{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1],[{}]]}|#/value/rows/1/0",
                "object|{\"any\":{\"thing\":[1,\"x\"]}}|",
                "object|[]|#/value",
                "object|{\"a\":1e400}|#/value",
                "object|{\"\\u0000\":1}|#/value"
            })
    void shouldHoldTheValueAgainstItsType(String type, String value, String expected) throws JsonProcessingException {
        ObjectNode json = good().put("type", type);
        json.remove("unit");
        json.set("value", JSON.readTree(value));

        read(json);

        assertThat(errors).extracting(FieldError::pointer).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void shouldTakeNoUnitForATableAsAWhole() {
        ObjectNode json = good().put("type", "object");
        json.putObject("value");

        assertThat(read(json)).isNull();
        assertThat(errors).extracting(FieldError::pointer).containsExactly("#/unit");
    }

    @Test
    void shouldBoundWhatAValueHolds() {
        ObjectNode series = good().put("type", "series");
        ArrayNode points = series.putArray("value");
        Instant start = Instant.parse("2026-01-31T00:00:00Z");
        for (int i = 0; i < ValueCheck.MOST_VALUES; i++) {
            points.addObject().put("time", start.plusMillis(i).toString()).put("value", i);
        }
        assertThat(read(series)).isNotNull();
        points.addObject().put("time", start.plusSeconds(3600).toString());
        assertThat(read(series)).isNull();

        ObjectNode object = good().put("type", "object");
        object.remove("unit");
        object.putObject("value").put("text", "x".repeat(ResultReader.MOST_BYTES));
        errors.clear();
        assertThat(read(object)).isNull();
        assertThat(errors).extracting(FieldError::pointer).containsExactly("#/value");
    }

    @Test
    void shouldNameOnlyTheFirstPointsThatAreWrong() {
        ObjectNode series = good().put("type", "series");
        ArrayNode points = series.putArray("value");
        Collections.nCopies(1000, 1).forEach(points::add);

        read(series);

        assertThat(errors).hasSize(10);
    }

    @Test
    void shouldSkipWhatANewerProducerAddedToAnEvent() {
        JsonNode event = good().put("mood", "good");

        assertThat(new ResultReader(errors, false).read(event, "")).isNotNull();
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldHaveOneFingerprintForOneContent() throws JsonProcessingException {
        NewResult result = read(good());
        ObjectNode other = good().put("producedAt", "2026-03-01T00:00:00Z");
        other.set("value", JSON.readTree("9.30e-1"));

        assertThat(read(other).digest()).isEqualTo(result.digest());
        assertThat(read(good().put("value", 0.94)).digest()).isNotEqualTo(result.digest());
        assertThat(read(good().put("unit", "%")).digest()).isNotEqualTo(result.digest());
    }

    private NewResult read(JsonNode json) {
        return new ResultReader(errors, true).read(json, "");
    }

    private static ObjectNode good() {
        try {
            return (ObjectNode) JSON.readTree(GOOD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
