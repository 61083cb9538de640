package io.fairlead.relay.relay;

import io.fairlead.relay.cache.Answer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * An upstream's response as it is given to a caller. It comes from our origin but is not ours: a browser is told not to
 * run anything in it.
 */
public final class RelayedResponse {

    private static final Set<String> WRITTEN_ANEW = Set.of("age", "via", "cache-status", "x-content-type-options");

    private RelayedResponse() {}

    /** The whole response. */
    public static Response withBody(Answer answer) {
        return head(answer).entity(answer.response().body()).build();
    }

    /** The response to HEAD. */
    public static Response withoutBody(Answer answer) {
        return head(answer)
                .header(HttpHeaders.CONTENT_LENGTH, answer.response().body().length)
                .build();
    }

    /** How the cache came by an answer, for a caller that gets it in another form. */
    public static Response.ResponseBuilder describe(Response.ResponseBuilder response, Answer answer) {
        return response.header("Age", answer.age().toSeconds())
                .header("Cache-Status", answer.status().field());
    }

    private static Response.ResponseBuilder head(Answer answer) {
        var received = answer.response().headers();
        Response.ResponseBuilder response = Response.status(answer.response().status());
        received.without(WRITTEN_ANEW).fields().forEach(field -> response.header(field.name(), field.value()));
        response.header("Age", answer.age().toSeconds());
        response.header(
                "Cache-Status",
                joined(received.joined("Cache-Status"), answer.status().field()));
        response.header("Via", joined(received.joined("Via"), "1.1 fairlead"));
        response.header("Content-Security-Policy", "sandbox; default-src 'none'");
        return response.header("X-Content-Type-Options", "nosniff");
    }

    private static String joined(String earlier, String ours) {
        return earlier.isEmpty() ? ours : earlier + ", " + ours;
    }
}
