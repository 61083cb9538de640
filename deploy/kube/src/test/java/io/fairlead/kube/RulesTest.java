package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart's alert rules by Prometheus's own tool, and that the tool would complain. */
@Needs("promtool")
class RulesTest {
    private static final Path RULES = Tools.chart().resolve("files/rules.yaml");
    private static final Path TESTS = Tools.root().resolve("deploy/kube/src/test/promtool");

    @Test
    void shouldFindRulesOfChartRight() {
        Stream.of(RULES).filter(Files::exists).forEach(rules -> promtool("check", "rules", rules.toString())
                .orFail());
    }

    @Test
    void shouldPassTestsOfRules() {
        List<Path> tests = Folders.files(TESTS, ".yaml");

        assertThat(Files.exists(RULES)).as("rules without tests").isEqualTo(!tests.isEmpty());
        tests.forEach(test -> promtool("test", "rules", test.toString()).orFail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"test rules late.yaml", "check rules broken.yaml"})
    void shouldComplainWhenRuleIsWrong(String command) {
        assertThat(promtool("test", "rules", "right.yaml").status()).isZero();

        assertThat(promtool(command.split(" ")).status()).isNotZero();
    }

    private static Program.Result promtool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tools.path("promtool").toString()));
        command.addAll(List.of(arguments));
        return Program.run(Folders.resources().resolve("rules"), Map.of(), Duration.ofMinutes(1), command);
    }
}
