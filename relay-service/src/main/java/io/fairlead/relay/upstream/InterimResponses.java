package io.fairlead.relay.upstream;

import io.fairlead.relay.upstream.Call.Interim;
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
 * most of them for the one that counts. Ends a connection on which more comes than was asked for.
 */
final class InterimResponses extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<InterimResponses> KEY = AttributeKey.valueOf("fairlead.interim");
    private static final int CONTINUE = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int OK = 200;

    private final ReceivedBytes received;
    private volatile Interim listener;
    private boolean within;
    private boolean ended;

    private InterimResponses(ReceivedBytes received) {
        this.received = received;
    }

    /** Takes them out of this connection from now on. */
    static void takeOutOf(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelHandlerContext context = base.channelHandlerContext();
            ReceivedBytes received = new ReceivedBytes();
            InterimResponses interim = new InterimResponses(received);
            context.pipeline().addBefore("codec", "received", received);
            context.pipeline().addBefore(context.name(), "interim", interim);
            context.channel().attr(KEY).set(interim);
        }
    }

    /**
     * Tells a listener of those that answer the next request on a connection.
     *
     * @return whether the connection has been used before
     */
    static boolean tell(HttpConnection connection, Interim listener) {
        if (connection instanceof ConnectionBase base) {
            InterimResponses interim =
                    base.channelHandlerContext().channel().attr(KEY).get();
            boolean reused = interim.listener != null;
            interim.listener = listener;
            interim.received.await();
            return reused;
        }
        return false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ended) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpResponse response
                && interim(response.status().code())) {
            within = true;
            listener.came(response.status().code(), Exchange.fields(response.headers()));
        }
        if (!within) {
            if (message instanceof LastHttpContent) {
                received.complete();
                ended = received.left();
                if (ended) {
                    context.close();
                }
            }
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
