package io.fairlead.core.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The last resort: logs what nobody foresaw under a number and tells the caller that number, nothing else. */
public class Unexpected {

    private static final Logger LOG = Logger.getLogger(Unexpected.class);

    @ServerExceptionMapper(value = RuntimeException.class, priority = 1)
    public Response unexpected(RuntimeException e) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(e, "incident=%s", incident);
        return Problems.of(500, "internal-error", "Internal error", "Incident " + incident + " was logged.")
                .toResponse();
    }

    @ServerExceptionMapper(value = WebApplicationException.class, priority = 1)
    public Response answered(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getResponse().hasEntity() || status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof JsonProcessingException unparsable) {
            return InvalidInput.refuse(unparsable);
        }
        var reason = Response.Status.fromStatusCode(status);
        String title = reason == null ? "Error" : reason.getReasonPhrase();
        Response problem = Problems.of(status, title.toLowerCase().replace(' ', '-'), title, title + ".")
                .toResponse();
        Response.ResponseBuilder answer = Response.fromResponse(problem);
        e.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }
}
