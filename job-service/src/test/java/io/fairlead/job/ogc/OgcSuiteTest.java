package io.fairlead.job.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.JobCalls;
import io.fairlead.testkit.FairleadTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs the standard's own test suite (opengeospatial/ets-ogcapi-processes10). Runs on request:
 * {@code mvn test -pl job-service -Dtest=OgcSuiteTest -Dogc.suite=JAR}, where JAR is the suite's all-in-one jar.
 */
@FairleadTest
class OgcSuiteTest {

    private static final Pattern METHOD = Pattern.compile("<test-method [^>]*>");

    @Test
    @EnabledIfSystemProperty(named = "ogc.suite", matches = ".+")
    void shouldPassTheStandardsOwnTests() throws IOException, InterruptedException {
        JobCalls.submitted(JobCalls.echo("not empty"));
        Path output = Files.createDirectories(Path.of("target", "ogc-suite"));
        try (TokenProxy proxy = new TokenProxy(RestAssured.port)) {
            int exit = new ProcessBuilder(
                            "java",
                            "-jar",
                            System.getProperty("ogc.suite"),
                            "-o",
                            output.toString(),
                            properties(output, proxy))
                    .redirectErrorStream(true)
                    .redirectOutput(output.resolve("log.txt").toFile())
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
        }

        assertThat(failed(report(output))).isEmpty();
    }

    private static String properties(Path output, TokenProxy proxy) throws IOException {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <properties version="1.0">
                  <entry key="iut">http://%s/api/v1/</entry>
                  <entry key="echoprocessid">echo</entry>
                  <entry key="noofcollections">-1</entry>
                </properties>
                """
                        .formatted(proxy.address());
        return Files.writeString(output.resolve("suite.xml"), text).toString();
    }

    private static String report(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            Path newest = files.filter(file -> file.endsWith("testng-results.xml"))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
            return Files.readString(newest);
        }
    }

    private static List<String> failed(String report) {
        return METHOD.matcher(report)
                .results()
                .map(MatchResult::group)
                .filter(method -> method.contains("status=\"FAIL\"") && !method.contains("is-config=\"true\""))
                .map(method -> method.replaceAll("(?s).* name=\"([^\"]+)\".*", "$1"))
                .toList();
    }
}
