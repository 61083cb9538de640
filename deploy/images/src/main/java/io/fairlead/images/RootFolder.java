package io.fairlead.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Unpacks an image's tarball, as a container engine would, into a folder. */
final class RootFolder {

    private RootFolder() {}

    /** Puts its layers one over the other; gives the image's configuration. */
    static JsonNode unpack(Path tarball, Path folder) throws IOException {
        Path parts = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "parts");
        Files.createDirectories(folder);
        Programs.run(Map.of(), List.of("tar", "-xf", tarball.toString(), "-C", parts.toString()));
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest =
                json.readTree(parts.resolve("manifest.json").toFile()).get(0);
        for (JsonNode layer : manifest.get("Layers")) {
            Programs.run(
                    Map.of(),
                    List.of("tar", "-xzf", parts.resolve(layer.asText()).toString(), "-C", folder.toString()));
        }
        JsonNode config =
                json.readTree(parts.resolve(manifest.get("Config").asText()).toFile());
        Programs.run(Map.of(), List.of("rm", "-r", parts.toString()));
        return config;
    }
}
