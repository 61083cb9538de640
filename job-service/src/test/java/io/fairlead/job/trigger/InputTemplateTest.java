package io.fairlead.job.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldPutInWhatThePointersLeadTo() throws JsonProcessingException {
        ObjectNode filled = InputTemplate.fill(
                read(
                        """
                        {"vessel":{"$event":"/data/vessel"},"fixed":7,
                         "list":[{"$event":"/time"},{"deep":{"$event":"/data"}}],"else":{"$event":"/none","default":null}}"""),
                read("{\"time\":\"now\",\"data\":{\"vessel\":\"MV102\"}}"));

        assertThat(filled)
                .isEqualTo(
                        read(
                                """
                                {"vessel":"MV102","fixed":7,"list":["now",{"deep":{"vessel":"MV102"}}],"else":null}"""));
    }

    @Test
    void shouldNameThePointerThatLeadsNowhere() {
        assertThatThrownBy(() -> InputTemplate.fill(read("{\"a\":{\"$event\":\"/data/b\"}}"), read("{\"data\":{}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is nothing at /data/b.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a":{"$event":"data"}} | 1
                    {"a":{"$event":7}} | 1
                    {"a":[{"$event":"/b","c":1}]} | 1
                    {"a":{"$event":"/b","default":1}} | 0
                    {"a":{"$event":""}} | 0
                    {"a":{"b":[1,"$event"]}} | 0
                    {"$event":"/data"} | 1
                    """)
    void shouldFindReferencesThatAreWrong(String template, int errors) throws JsonProcessingException {
        assertThat(InputTemplate.errors(read(template))).hasSize(errors);
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return JSON.readValue(json, ObjectNode.class);
    }
}
