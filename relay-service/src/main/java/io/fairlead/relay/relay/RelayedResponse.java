package io.fairlead.relay.relay;

import io.fairlead.relay.cache.Answer;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.Presentation;
import io.fairlead.relay.rules.RelayedFields;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.upstream.Exchange;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;

/**
 * Writes an answer as it is to a caller.
 *
 * @param response where to
 * @param trusted whether the upstream may have a say over our origin; else a browser is told not to run anything in it
 */
public record RelayedResponse(HttpServerResponse response, boolean trusted) {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** How the cache came by an answer, for a caller that gets it in another form. */
    public static Response.ResponseBuilder describe(Response.ResponseBuilder response, Answer answer) {
        answer.age().ifPresent(age -> response.header("Age", age.toSeconds()));
        return response.header("Cache-Status", answer.status().field());
    }

    /** Writes it; done when all is written or the caller has gone. */
    Uni<Void> write(RequestHead request, Answer answer) {
        Presentation presented = answer.whole()
                ? Presentation.of(answer.response(), request)
                : new Presentation(
                        answer.response().status(),
                        answer.response().headers(),
                        answer.response().body());
        head(presented, answer);
        Future<Void> written = answer.rest().isPresent()
                ? stream(request, presented, answer.rest().get())
                : whole(request, presented);
        return Uni.createFrom()
                .completionStage(written.toCompletionStage())
                .onFailure()
                .recoverWithNull();
    }

    private void head(Presentation presented, Answer answer) {
        response.setStatusCode(presented.status());
        HeaderFields received = presented.headers();
        RelayedFields.of(received, trusted).fields().forEach(field -> response.headers()
                .add(field.name(), field.value()));
        answer.age().ifPresent(age -> response.putHeader("Age", Long.toString(age.toSeconds())));
        response.putHeader("Cache-Status", RelayedFields.cacheStatus(received, answer.status()));
    }

    private Future<Void> whole(RequestHead request, Presentation presented) {
        boolean noLength = presented.status() == NO_CONTENT || presented.status() == NOT_MODIFIED;
        if (!noLength) {
            response.putHeader("Content-Length", Integer.toString(presented.body().length));
        }
        return noLength || request.isHead() ? response.end() : response.end(Buffer.buffer(presented.body()));
    }

    private Future<Void> stream(RequestHead request, Presentation presented, Exchange exchange) {
        presented.headers().first("Content-Length").ifPresent(length -> response.putHeader("Content-Length", length));
        if (request.isHead() || presented.status() == NO_CONTENT || presented.status() == NOT_MODIFIED) {
            exchange.finish();
            return response.end();
        }
        if (!presented.headers().has("Content-Length")) {
            response.setChunked(true);
        }
        if (presented.body().length > 0) {
            response.write(Buffer.buffer(presented.body()));
        }
        return exchange.rest().pipe().endOnFailure(false).to(response).onFailure(broken -> {
            // Half an answer must not look like a whole one.
            exchange.abandon();
            response.reset();
        });
    }
}
