package io.fairlead.relay.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Watches the bytes of a connection before they become messages, so that none which nobody asked for are taken for the
 * beginning of the next answer (RFC 9112, 6.3 and 9.2).
 */
final class ReceivedBytes extends ChannelInboundHandlerAdapter {

    private volatile boolean awaited;
    private ByteBuf current;
    private volatile boolean unclear;

    /** An answer is awaited from now on. */
    void await() {
        unclear = false;
        awaited = true;
    }

    /** The answer is complete. */
    void complete() {
        awaited = false;
    }

    /**
     * Whether there is more than has become messages, or may be: once the reader has joined what it could not use yet to
     * what came after, nobody but itself can tell.
     */
    boolean left() {
        return unclear || (current != null && current.isReadable());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
        } else if (awaited) {
            current = bytes.retain();
            try {
                context.fireChannelRead(bytes);
                unclear |= awaited && bytes.isReadable();
            } finally {
                current = null;
                bytes.release();
            }
        } else {
            ReferenceCountUtil.release(message);
            context.close();
        }
    }
}
