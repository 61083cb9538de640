package io.fairlead.job.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a process is called, takes and gives: the standard's process description, read from {@code processes/{id}.json}. */
public record ProcessDescription(
        String id,
        String title,
        String description,
        String version,
        List<String> keywords,
        List<String> jobControlOptions,
        List<String> outputTransmission,
        @Schema(description = "The licence of which each run needs a seat; absent if none.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                String licence,
        @Schema(description = "Whether the same inputs always give the same results: then these can be reused.")
                boolean deterministic,
        Map<String, Input> inputs,
        Map<String, Output> outputs) {

    /** One input. A {@code minOccurs} of 0 makes it optional. */
    public record Input(
            String title,
            String description,
            int minOccurs,
            int maxOccurs,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "The input's JSON Schema.")
                    JsonNode schema) {}

    /** One output. */
    public record Output(
            String title,
            String description,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "The output's JSON Schema.")
                    JsonNode schema) {}

    static ProcessDescription read(String id, ObjectMapper json) {
        String resource = "processes/" + id + ".json";
        try (InputStream file = ProcessDescription.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("no description: " + resource);
            }
            return json.readValue(file, ProcessDescription.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Those in a folder, one a file. */
    static List<ProcessDescription> readAll(Path folder, ObjectMapper json) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            List<ProcessDescription> descriptions = new ArrayList<>();
            for (Path file : files) {
                descriptions.add(json.readValue(file.toFile(), ProcessDescription.class));
            }
            return descriptions;
        } catch (IOException e) {
            throw new UncheckedIOException("fairlead.processes.folder", e);
        }
    }

    /** The JSON Schema of all inputs as one object. */
    ObjectNode inputSchema(ObjectMapper json) {
        ObjectNode schema = json.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        inputs.forEach((name, input) -> {
            properties.set(name, input.schema());
            if (input.minOccurs() > 0) {
                required.add(name);
            }
        });
        return schema;
    }
}
