package ai.jiga.store.lines;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/// RFC 6455 as clients are held to it. Whatever breaks it, or is larger than a message may be, is answered with the
/// close frame that the protocol has for it, and the line is closed once the client had time to read that: a line that
/// is cut at once takes the words that are still on their way with it.
final class ProtocolGuard extends ChannelInboundHandlerAdapter {
    private static final String DECODER = "wsdecoder";
    private static final String ENCODER = "wsencoder";
    private static final int LAST_CODE = 4_999;
    private static final int MOST_REASON = 100;
    private static final long LINGER_SECONDS = 3;

    private final int mostBytes;
    private final Runnable lost;
    private long messageBytes;
    private boolean broken;

    private ProtocolGuard(int mostBytes, Runnable lost) {
        this.mostBytes = mostBytes;
        this.lost = lost;
    }

    /// Right after the upgrade. The decoder that the server puts in stands before its encoder, so that its own close
    /// frames never reach the line: here one takes its place that leaves the words to us.
    ///
    /// @param mostBytes of a message
    /// @param lost told when a line is given up
    static void stand(Channel channel, int mostBytes, Runnable lost) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace(
                DECODER,
                DECODER,
                new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(mostBytes)
                        .expectMaskedFrames(true)
                        .allowMaskMismatch(false)
                        .allowExtensions(false)
                        .closeOnProtocolViolation(false)
                        .withUTF8Validator(false)
                        .build()));
        // A message is whole before the server reads it, which would lose one whose first fragment is empty.
        pipeline.addAfter(ENCODER, "line-whole", new WebSocketFrameAggregator(mostBytes));
        pipeline.addAfter(ENCODER, "line-guard", new ProtocolGuard(mostBytes, lost));
        pipeline.addAfter(ENCODER, "line-utf8", new Utf8FrameValidator(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!broken && message instanceof WebSocketFrame frame) {
            judge(context, frame);
        }
        if (broken) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void judge(ChannelHandlerContext context, WebSocketFrame frame) {
        switch (frame) {
            case BinaryWebSocketFrame binary ->
                close(context, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "Frames are JSON in text messages.");
            case TextWebSocketFrame text -> count(context, text.content().readableBytes());
            case ContinuationWebSocketFrame more ->
                count(context, messageBytes + more.content().readableBytes());
            case CloseWebSocketFrame goodbye
            when goodbye.statusCode() > LAST_CODE ->
                close(context, WebSocketCloseStatus.PROTOCOL_ERROR, "There is no close code " + goodbye.statusCode());
            default -> {
                // A ping, a pong, a goodbye.
            }
        }
    }

    private void count(ChannelHandlerContext context, long bytes) {
        messageBytes = bytes;
        if (bytes > mostBytes) {
            close(context, WebSocketCloseStatus.MESSAGE_TOO_BIG, "A message has at most " + mostBytes + " bytes.");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (broken) {
            return;
        }
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            WebSocketCloseStatus status = corrupted.closeStatus();
            close(
                    context,
                    status,
                    status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)
                            ? "A message has at most " + mostBytes + " bytes."
                            : String.valueOf(corrupted.getMessage()));
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private void close(ChannelHandlerContext context, WebSocketCloseStatus status, String reason) {
        broken = true;
        String words = reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason;
        Channel channel = context.channel();
        context.writeAndFlush(new CloseWebSocketFrame(status, words)).addListener(written -> {
            if (channel instanceof DuplexChannel duplex && channel.pipeline().get(SslHandler.class) == null) {
                duplex.shutdownOutput();
            }
        });
        // What still comes is read and let go, or the system would answer it with a reset.
        channel.config().setAutoRead(true);
        context.executor().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        lost.run();
    }
}
