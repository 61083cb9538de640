package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks manifests by kubeconform, which reads no schema from elsewhere. */
final class Kubeconform {
    private final Schemas schemas;

    Kubeconform(Schemas schemas) {
        this.schemas = schemas;
    }

    /** @return a line for each object that does not fit its schema or has none */
    List<String> complaints(String rendered) {
        schemas.prepare(Manifest.all(rendered));
        Path file = write(rendered);
        List<String> command = List.of(
                Tools.path("kubeconform").toString(),
                "-strict",
                "-output=json",
                "-schema-location=" + schemas.location(),
                file.toString());
        Program.Result result = Program.run(file.getParent(), Map.of(), Duration.ofMinutes(1), command);
        List<String> complaints = new ArrayList<>();
        for (JsonNode each : Manifest.one(result.output()).object().path("resources")) {
            complaints.add("%s %s: %s"
                    .formatted(
                            each.path("kind").asText(),
                            each.path("name").asText(),
                            each.path("msg").asText()));
        }
        if (result.status() != 0 && complaints.isEmpty()) {
            complaints.add(result.all());
        }
        return complaints;
    }

    private static Path write(String rendered) {
        try {
            Path file = Files.createTempFile("rendered", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, rendered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
