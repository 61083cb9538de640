package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceivedBytesTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

    private final ReceivedBytes received = new ReceivedBytes();
    private final List<Boolean> left = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(received, new HttpClientCodec(), new AtEnd());

    /** Asks at the end of each answer whether there is more. */
    private final class AtEnd extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                received.complete();
                left.add(received.left());
            }
            ReferenceCountUtil.release(message);
        }
    }

    @BeforeEach
    void ask() {
        received.await();
        channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    @Test
    void shouldFindNothingLeftAfterAnAnswer() {
        receive(ANSWER);

        assertThat(left).containsExactly(false);
    }

    @Test
    void shouldFindNothingLeftWhenOnlyTheBodyCameLater() {
        receive(ANSWER.substring(0, ANSWER.length() - 4));
        receive("go");
        receive("od");

        assertThat(left).containsExactly(false);
    }

    @Test
    void shouldFindWhatCameWithTheEnd() {
        receive(ANSWER + "HTTP/1.1 2");

        assertThat(left).containsExactly(true);
    }

    @Test
    void shouldFindWhatCameWithTheEndOfAnAnswerThatWasSplitWithinALine() {
        receive(ANSWER.substring(0, 20));
        receive(ANSWER.substring(20) + "HTTP/1.1 2");

        assertThat(left).containsExactly(true);
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }
}
