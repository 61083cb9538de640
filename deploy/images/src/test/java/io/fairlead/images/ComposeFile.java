package io.fairlead.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of deploy/compose, as Docker Compose itself understands them in an environment that says nothing. */
final class ComposeFile {

    private static final String COMPOSE = System.getProperty("fairlead.tools.compose");

    private static final boolean EVERYTHING = "all".equals(System.getProperty("fairlead.tools"));

    private ComposeFile() {}

    /** Reads them one over the other; fails with what Compose says against them. */
    static JsonNode read(String... names) throws IOException, InterruptedException {
        // In CI nothing is skipped: there the want of it is a failure.
        assumeTrue(COMPOSE != null || EVERYTHING, "no Docker Compose: $(deploy/kube/tools compose) gets it");
        assertThat(COMPOSE).as("deploy/kube/tools compose").isNotNull();
        List<String> command = new ArrayList<>(List.of(COMPOSE));
        for (String name : names) {
            command.addAll(List.of("-f", name));
        }
        command.addAll(List.of("config", "--format", "json"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Repository.ROOT.resolve("deploy/compose").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment()
                .put("HOME", Path.of(System.getProperty("user.home")).toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return new ObjectMapper().readTree(output);
    }
}
