package io.fairlead.relay.relay;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.upstream.Call;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Passes on what an upstream says before its answer, to callers whose protocol knows such a thing. */
record RelayedInterim(HttpServerRequest request) implements Call.Interim {

    @Override
    public void came(int status, HeaderFields headers) {
        if (request.version() != HttpVersion.HTTP_1_1 || request.response().headWritten()) {
            return;
        }
        if (request.connection() instanceof ConnectionBase connection) {
            FullHttpResponse interim = new DefaultFullHttpResponse(
                    io.netty.handler.codec.http.HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
            headers.fields().forEach(field -> interim.headers().add(field.name(), field.value()));
            connection.channelHandlerContext().writeAndFlush(interim);
        }
    }
}
