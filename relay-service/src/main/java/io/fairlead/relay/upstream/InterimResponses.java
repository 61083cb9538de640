package io.fairlead.relay.upstream;

import io.fairlead.relay.upstream.Call.Interim;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Takes the responses that come before the one that counts (RFC 9110, 15.2) out of a connection, for the client takes
 * most of them for the one that counts.
 */
final class InterimResponses extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Interim> LISTENER = AttributeKey.valueOf("fairlead.interim");
    private static final int CONTINUE = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int OK = 200;

    private boolean within;

    /** Takes them out of this connection from now on. */
    static void takeOutOf(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelHandlerContext context = base.channelHandlerContext();
            context.pipeline().addBefore(context.name(), "interim", new InterimResponses());
        }
    }

    /**
     * Tells a listener of those that answer the next request on a connection.
     *
     * @return whether the connection has been used before
     */
    static boolean tell(HttpConnection connection, Interim listener) {
        if (connection instanceof ConnectionBase base) {
            Channel channel = base.channelHandlerContext().channel();
            return channel.attr(LISTENER).getAndSet(listener) != null;
        }
        return false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response
                && interim(response.status().code())) {
            within = true;
            Interim listener = context.channel().attr(LISTENER).get();
            if (listener != null) {
                listener.came(response.status().code(), Exchange.fields(response.headers()));
            }
        }
        if (!within) {
            context.fireChannelRead(message);
            return;
        }
        within = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
    }

    private static boolean interim(int status) {
        return status > CONTINUE && status < OK && status != SWITCHING_PROTOCOLS;
    }
}
