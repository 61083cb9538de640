package io.fairlead.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** A job's inputs, from options and from a file; options go first. */
final class JobInputs {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "NAME=VALUE",
            description = "An input; a text as it is, anything else as JSON. May be repeated.")
    private Map<String, String> values = Map.of();

    @Option(names = "--inputs", paramLabel = "FILE", description = "A JSON object with inputs; - for standard input.")
    private String file;

    /**
     * The inputs as JSON.
     *
     * @param description what the process says of its inputs
     */
    ObjectNode read(JsonNode description) {
        ObjectNode inputs = file == null ? JSON.createObjectNode() : fromFile();
        values.forEach((name, value) -> inputs.set(
                name, value(value, description.path("inputs").path(name).path("schema"))));
        return inputs;
    }

    private static JsonNode value(String text, JsonNode schema) {
        if (!mayBeText(schema)) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return JSON.getNodeFactory().textNode(text);
            }
        }
        return JSON.getNodeFactory().textNode(text);
    }

    private static boolean mayBeText(JsonNode schema) {
        JsonNode type = schema.path("type");
        return "string".equals(type.asText())
                || type.isArray() && type.valueStream().anyMatch(each -> "string".equals(each.asText()));
    }

    private ObjectNode fromFile() {
        try (InputStream content = "-".equals(file) ? System.in : Files.newInputStream(Path.of(file))) {
            if (JSON.readTree(content) instanceof ObjectNode inputs) {
                return inputs;
            }
            throw new CommandFailure(Exit.USAGE, "--inputs: %s holds no JSON object".formatted(file));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    Exit.USAGE, "--inputs: %s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new CommandFailure(Exit.USAGE, "--inputs: cannot read %s".formatted(file), e);
        }
    }
}
