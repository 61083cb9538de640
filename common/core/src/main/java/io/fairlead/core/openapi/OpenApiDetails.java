package io.fairlead.core.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the API's document what holds for every operation and nobody should have to repeat: what an error looks
 * like, and that a merge patch is like a new thing of which nothing is required and everything may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiDetails implements OASFilter {

    private static final String PATCH = "Patch";
    private static final String PROBLEM = "application/problem+json";
    private static final String BAD_REQUEST = "400";
    private static final String EXAMPLE =
            """
            {"type":"/problems/invalid-request","title":"Invalid request","status":400,
             "detail":"must be seven digits with a right check digit",
             "errors":[{"pointer":"#/imo","detail":"must be seven digits with a right check digit"}]}""";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
        document.getComponents().addSchema("Problem", problem());
        relaxReferences(schemas.get("HttpProblem"));
        operations.stream()
                .flatMap(OpenApiDetails::patched)
                .distinct()
                .filter(schemas::containsKey)
                .forEach(name -> document.getComponents().addSchema(name + PATCH, patch(schemas.get(name))));
        operations.forEach(OpenApiDetails::describe);
    }

    /** The schemas of which an operation takes a patch: it refers to {@code NewVesselPatch}, say. */
    private static Stream<String> patched(Operation operation) {
        RequestBody body = operation.getRequestBody();
        if (body == null || body.getContent() == null) {
            return Stream.empty();
        }
        return body.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema -> schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(PATCH))
                .map(name -> name.substring(0, name.length() - PATCH.length()));
    }

    /** The library's schema says "uri", but a problem's type and instance are relative references (RFC 9457). */
    private static void relaxReferences(Schema schema) {
        if (schema != null && schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> "uri".equals(property.getFormat()))
                    .forEach(property -> property.setFormat("uri-reference"));
        }
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(OpenApiDetails::name);
            allowBadRequest(operation.getResponses());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (isError(status) && response.getContent() == null && response.getRef() == null) {
                response.setContent(problemContent());
            }
        });
    }

    /** Whoever takes a parameter can be given a bad one: {@link io.fairlead.core.problem.ParameterCheck}. */
    private static void allowBadRequest(APIResponses responses) {
        if (!responses.hasAPIResponse(BAD_REQUEST)) {
            responses.addAPIResponse(
                    BAD_REQUEST,
                    OASFactory.createAPIResponse().description("A parameter is wrong; `errors` names it."));
        }
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    /** Texts that only the service hands out, named so that nobody takes them for any text. */
    private static void name(Parameter parameter) {
        switch (parameter.getName()) {
            case "cursor" -> parameter.getSchema().setFormat("cursor");
            case "If-Match" -> parameter.getSchema().setFormat("entity-tag");
            default -> value(parameter);
        }
    }

    /**
     * What {@link io.fairlead.core.problem.ParameterCheck} holds of every query: no value is empty. What is said of a list
     * beside that, such as which values there are, is of its items.
     */
    private static void value(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema.getItems() != null) {
            Schema items = schema.getItems();
            if (schema.getEnumeration() != null) {
                items.setEnumeration(schema.getEnumeration());
                schema.setEnumeration(null);
            }
            if (schema.getPattern() != null) {
                items.setPattern(schema.getPattern());
                schema.setPattern(null);
            }
            schema = items;
        }
        boolean text = schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING);
        if (parameter.getIn() == Parameter.In.QUERY && text && isAny(schema)) {
            schema.setMinLength(1);
        }
    }

    private static boolean isAny(Schema text) {
        return text.getEnumeration() == null && text.getFormat() == null && text.getMinLength() == null;
    }

    private static Content problemContent() {
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
