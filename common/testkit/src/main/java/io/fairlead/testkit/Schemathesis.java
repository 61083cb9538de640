package io.fairlead.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lets schemathesis try the whole API as its document describes it, with a token that may do everything. Runs on
 * request: {@code common/testkit/schemathesis/run SERVICE}. A service's {@code SchemathesisTest} extends it and puts
 * there what the operations shall meet; hooks and rules of its own are in {@code src/test/schemathesis}.
 */
@EnabledIfSystemProperty(named = "schemathesis", matches = ".+")
public abstract class Schemathesis {

    private static final Path COMMON = Path.of("..", "common", "testkit", "schemathesis");
    private static final Path OWN = Path.of("src", "test", "schemathesis");
    private static final Path REPORT = Path.of("target", "schemathesis.txt");
    private static final String RULES = "schemathesis.toml";

    @Test
    void shouldKeepToItsDocument() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(command());
        command.environment().put("PYTHONPATH", COMMON + ":" + OWN);
        command.environment().put("SCHEMATHESIS_HOOKS", hooks());

        int exit = command.redirectErrorStream(true)
                .redirectOutput(REPORT.toFile())
                .start()
                .waitFor();

        System.out.println(Files.readString(REPORT));
        assertThat(exit).isZero();
    }

    private static List<String> command() throws IOException {
        String service = "http://127.0.0.1:" + RestAssured.port;
        String document = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class);
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("schemathesis"),
                "--config-file",
                rules().toString(),
                "run",
                service + document + ".json",
                "--url",
                service,
                "--header",
                "Authorization: Bearer " + Tokens.everything()));
        String more = System.getenv("SCHEMATHESIS_ARGS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        return command;
    }

    /** The rules for all services and then the service's own, as one file. */
    private static Path rules() throws IOException {
        Path own = OWN.resolve(RULES);
        String text = Files.readString(COMMON.resolve(RULES)) + (Files.exists(own) ? "\n" + Files.readString(own) : "");
        return Files.writeString(Path.of("target", RULES), text);
    }

    /** The service's module of hooks, or the one for all. */
    private static String hooks() throws IOException {
        if (!Files.isDirectory(OWN)) {
            return "common_hooks";
        }
        try (Stream<Path> files = Files.list(OWN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_hooks.py"))
                    .map(name -> name.replace(".py", ""))
                    .findFirst()
                    .orElse("common_hooks");
        }
    }
}
