package io.fairlead.relay.relay;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.PassedHeaders;
import io.fairlead.relay.upstream.Call;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Passes on what an upstream says before its answer, to callers whose protocol knows such a thing.
 *
 * @param request the caller's request
 * @param trusted whether the upstream may have a say over our origin, which it may not sooner than in its answer
 */
record RelayedInterim(HttpServerRequest request, boolean trusted) implements Call.Interim {

    @Override
    public void came(int status, HeaderFields headers) {
        if (request.version() != HttpVersion.HTTP_1_1 || request.response().headWritten()) {
            return;
        }
        if (request.connection() instanceof ConnectionBase connection) {
            FullHttpResponse interim = new DefaultFullHttpResponse(
                    io.netty.handler.codec.http.HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
            PassedHeaders.ofResponse(headers, trusted).fields().forEach(field -> interim.headers()
                    .add(field.name(), field.value()));
            connection.channelHandlerContext().writeAndFlush(interim);
        }
    }
}
