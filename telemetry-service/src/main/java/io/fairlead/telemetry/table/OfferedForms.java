package io.fairlead.telemetry.table;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the API's document of each operation which forms {@code format} may name: those that its answer has. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OfferedForms implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("format"))
                    .forEach(parameter -> name(parameter, operation));
        }
        return operation;
    }

    private static void name(Parameter parameter, Operation operation) {
        Set<String> types = operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaTypes()
                .keySet();
        List<Object> forms = Arrays.stream(Form.values())
                .filter(form -> types.contains(form.type()))
                .<Object>map(Form::toString)
                .toList();
        parameter.setSchema(
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(forms));
    }
}
