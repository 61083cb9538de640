package io.fairlead.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import java.util.TreeSet;

/** Whether results are what their process's description says. */
public final class OutputSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OutputSchemas() {}

    /** Fails unless the job's outputs are those that are described, and each fits its schema. */
    public static void assertFit(String process, String job) {
        JsonNode described = read("/api/v1/processes/" + process).get("outputs");
        JsonNode outputs = read("/api/v1/jobs/" + job + "/results");
        assertThat(names(outputs)).isEqualTo(names(described));
        outputs.properties().forEach(output -> assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                described.get(output.getKey()).get("schema"),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build())
                        .validate(output.getValue()))
                .as(output.getKey())
                .isEmpty());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(JobCalls.operator().get(path).asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }
}
