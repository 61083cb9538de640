package io.fairlead.telemetry.odata;

import io.fairlead.core.problem.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.olingo.commons.api.ex.ODataErrorDetail;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.ODataServerError;
import org.apache.olingo.server.api.serializer.SerializerException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every answer the protocol's version, and every problem the protocol's shape, whoever refused the request. */
public class ODataErrors {

    private static final String TYPES = "/problems/";

    @ServerResponseFilter
    public void shape(HttpServerRequest request, ContainerResponseContext response) {
        if (!(request.path() + "/").startsWith(Call.ROOT + "/")) {
            return;
        }
        response.getHeaders().putSingle("OData-Version", "4.0");
        if (response.getEntity() instanceof HttpProblem problem) {
            response.setEntity(json(problem), null, MediaType.APPLICATION_JSON_TYPE);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ContentType.JSON.toContentTypeString());
        }
    }

    private static String json(HttpProblem problem) {
        ODataServerError error = new ODataServerError()
                .setStatusCode(problem.getStatusCode())
                .setCode(code(problem))
                .setMessage(problem.getDetail() == null ? problem.getTitle() : problem.getDetail());
        List<FieldError> errors = errors(problem);
        if (errors.size() == 1) {
            error.setTarget(errors.get(0).parameter());
        } else if (!errors.isEmpty()) {
            error.setDetails(errors.stream().map(ODataErrors::detail).toList());
        }
        try {
            byte[] json =
                    new SelectedJson(ContentType.JSON).error(error).getContent().readAllBytes();
            return new String(json, StandardCharsets.UTF_8);
        } catch (SerializerException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of a problem's type; the platform's own problems have none, and say the same in their title. */
    private static String code(HttpProblem problem) {
        String type = problem.getType() == null ? "" : problem.getType().toString();
        return type.startsWith(TYPES)
                ? type.substring(TYPES.length())
                : problem.getTitle().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<FieldError> errors(HttpProblem problem) {
        return problem.getParameters().get("errors") instanceof List<?> errors
                ? errors.stream().map(FieldError.class::cast).toList()
                : List.of();
    }

    private static ODataErrorDetail detail(FieldError error) {
        return new ODataErrorDetail()
                .setCode("invalid-request")
                .setTarget(error.parameter())
                .setMessage(error.detail());
    }
}
