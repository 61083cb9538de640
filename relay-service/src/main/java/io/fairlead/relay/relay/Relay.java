package io.fairlead.relay.relay;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.relay.cache.Answer;
import io.fairlead.relay.cache.PassThrough;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.PassedHeaders;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.upstream.Call;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Takes a caller's request to an upstream, or to what is kept of its answers, and the answer back, byte by byte. */
@ApplicationScoped
class Relay {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private final ResponseCache cache;
    private final PassThrough passThrough;
    private final Admission admission;

    Relay(ResponseCache cache, PassThrough passThrough, Admission admission) {
        this.cache = cache;
        this.passThrough = passThrough;
        this.admission = admission;
    }

    /**
     * Answers a request with what the upstream says to it.
     *
     * @param prefix what of our path comes before the upstream's
     * @return done when the caller has been answered; fails before anything of an answer was sent
     */
    Uni<Void> relay(Upstream upstream, String prefix, HttpServerRequest request) {
        RequestHead head = head(upstream, prefix, request);
        return admission
                .admit(upstream, head)
                .chain(() -> answer(upstream, call(upstream, head, request)))
                .chain(answer -> new RelayedResponse(request.response(), upstream.trusted()).write(head, answer));
    }

    private Uni<Answer> answer(Upstream upstream, Call call) {
        if (call.head().isGet()) {
            return cache.get(upstream, call);
        }
        Uni<Answer> kept = call.head().isHead()
                ? cache.head(upstream, call)
                : Uni.createFrom().nullItem();
        return kept.onItem().ifNull().switchTo(() -> passThrough.send(upstream, call));
    }

    private static Call call(Upstream upstream, RequestHead head, HttpServerRequest request) {
        Call.Interim interim = new RelayedInterim(request, upstream.trusted());
        String length = request.getHeader("Content-Length");
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        boolean hasBody = chunked || (length != null && !length.equals("0"));
        if (!hasBody || head.isGet() || head.isHead()) {
            request.resume();
            OptionalLong none = WITHOUT_BODY.contains(head.method()) ? OptionalLong.empty() : OptionalLong.of(0);
            return new Call(head, Optional.empty(), none, interim);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        OptionalLong known = length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
        return new Call(head, Optional.of(request), known, interim);
    }

    private static RequestHead head(Upstream upstream, String prefix, HttpServerRequest request) {
        List<HeaderFields.Field> fields = new ArrayList<>();
        request.headers().forEach(field -> fields.add(new HeaderFields.Field(field.getKey(), field.getValue())));
        HeaderFields passed = PassedHeaders.ofRequest(new HeaderFields(fields), upstream.trusted());
        HeaderFields withoutOurToken =
                upstream.access().role().isPresent() ? passed.without(Set.of("authorization")) : passed;
        return new RequestHead(request.method().name(), target(prefix, request), withoutOurToken);
    }

    /** Taken from the request line: the parameter has been decoded, and so may hide what was sent. */
    private static String target(String prefix, HttpServerRequest request) {
        String query = request.query();
        String whole = request.path();
        String path = whole.startsWith(prefix) ? whole.substring(prefix.length()) : "";
        UpstreamPath.objection(path, query).ifPresent(objection -> {
            throw Problems.badRequest(FieldError.query("path", objection));
        });
        String target = query == null ? path : path + "?" + query;
        if (target.length() > UpstreamPath.LONGEST) {
            throw Problems.of(414, "path-too-long", "URI too long", "At most " + UpstreamPath.LONGEST + " characters.");
        }
        return target;
    }
}
