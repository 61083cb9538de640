package io.fairlead.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Refusals in words. */
class ProblemTest {

    @Test
    void shouldNameEachFieldThatIsWrong() {
        String problem =
                """
                {"title":"Invalid request","detail":"2 fields are wrong.","errors":[
                 {"pointer":"#/inputs/start","detail":"is required"},{"name":"limit","detail":"is too large"}]}
                """;

        assertThat(Problem.words(400, problem))
                .isEqualTo(
                        "Invalid request: 2 fields are wrong.\n  #/inputs/start: is required\n  limit: is too large");
    }

    @Test
    void shouldSayWhatIsKnownWhenTheAnswerIsNoProblemDocument() {
        assertThat(Problem.words(502, "<html>")).isEqualTo("The service answered 502.");
        assertThat(Problem.words(403, "{\"title\":\"Forbidden\"}")).contains("role");
    }
}
