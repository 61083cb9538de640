package io.fairlead.fleet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes into the API's document what holds for every operation and nobody should have to repeat: what an error looks
 * like, and that a merge patch is like a new thing of which nothing is required and everything may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiDetails implements OASFilter {

    private static final List<String> PATCHED = List.of("NewVessel", "NewEquipment", "NewSchedule");
    private static final String PROBLEM = "application/problem+json";
    private static final String EXAMPLE =
            """
            {"type":"/problems/invalid-request","title":"Invalid request","status":400,
             "detail":"must be seven digits with a right check digit",
             "errors":[{"pointer":"#/imo","detail":"must be seven digits with a right check digit"}]}""";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        PATCHED.forEach(name -> document.getComponents().addSchema(name + "Patch", patch(schemas.get(name))));
        document.getComponents().addSchema("Problem", problem());
        schemas.forEach((name, schema) -> relaxReferences(name, schema));
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(this::describe));
    }

    /** The library's schema says "uri", but a problem's type and instance are relative references (RFC 9457). */
    private static void relaxReferences(String name, Schema schema) {
        if (name.equals("HttpProblem") && schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> "uri".equals(property.getFormat()))
                    .forEach(property -> property.setFormat("uri-reference"));
        }
    }

    private void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(OpenApiDetails::name);
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(problemContent());
            }
        });
    }

    /** Texts that only the service hands out, named so that nobody takes them for any text. */
    private static void name(Parameter parameter) {
        switch (parameter.getName()) {
            case "cursor" -> parameter.getSchema().setFormat("cursor");
            case "If-Match" -> parameter.getSchema().setFormat("entity-tag");
            default -> {}
        }
    }

    private static org.eclipse.microprofile.openapi.models.media.Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    /** What a new thing looks like, less its demands. */
    private static Schema patch(Schema whole) {
        Schema patch = OASFactory.createSchema()
                .type(whole.getType())
                .description("A JSON Merge Patch: null removes a value, what is absent stays.")
                .additionalPropertiesBoolean(false);
        whole.getProperties().forEach(patch::addProperty);
        return patch;
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "RFC 9457. `errors` names each bad field by its JSON pointer, parameter, or line and column.")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)))
                .addExample(EXAMPLE);
    }
}
