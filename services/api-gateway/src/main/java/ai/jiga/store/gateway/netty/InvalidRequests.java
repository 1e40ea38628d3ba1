package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.SecurityHeaders;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.Problem;
import ai.jiga.store.web.RequestIds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Answers what is no request with a problem: 414, 431, or 400, and closes. The last answer on a
/// connection, so it waits for nobody: while earlier requests of the connection are unanswered it
/// leaves the bare status to Vert.x, which keeps the order.
final class InvalidRequests extends ChannelDuplexHandler {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    /// The client may still be sending; a connection closed with bytes unread is reset, and the answer
    /// lost.
    private static final long LINGER_MILLIS = 2_000;

    private final InstantSource clock;
    private int unanswered;
    private boolean closing;

    InvalidRequests(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (!isValid(request) && unanswered == 0) {
                closing = true;
                ReferenceCountUtil.release(message);
                refuse(context, request);
                return;
            }
            unanswered++;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim =
                message instanceof HttpResponse response && response.status().equals(HttpResponseStatus.CONTINUE);
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
        }
        context.write(message, promise);
    }

    /// Netty takes the protocol and the address for what they say they are, whatever that may be; Quarkus asks the
    /// same of the address and would answer with a bare 400.
    private static boolean isValid(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && (request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        || request.protocolVersion().equals(HttpVersion.HTTP_1_0))
                && isUri(request.uri());
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request) {
        Rejection rejection = reason(request.decoderResult().cause());
        String requestId = RequestIds.wellFormedOrNew(request.headers().get(RequestIds.HEADER));
        byte[] body = json(Problem.of(rejection, "", requestId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(rejection.code().status()),
                Unpooled.wrappedBuffer(body));
        SecurityHeaders.ALL.forEach(response.headers()::set);
        response.headers()
                .set(RequestIds.HEADER, requestId)
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        context.writeAndFlush(response).addListener(written -> close(context));
    }

    private static void close(ChannelHandlerContext context) {
        context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        if (context.channel() instanceof DuplexChannel channel) {
            ChannelFuture done = channel.shutdownOutput();
            done.addListener(end -> context.read());
        }
    }

    private static Rejection reason(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                Rejection.of(ErrorCode.URI_TOO_LONG, "The address is longer than the store reads.");
            case TooLongHttpHeaderException headers ->
                Rejection.of(ErrorCode.HEADERS_TOO_LARGE, "The headers are longer than the store reads.");
            case null, default -> Rejection.of(ErrorCode.MALFORMED_REQUEST, "This is not a valid HTTP/1.1 request.");
        };
    }

    private static byte[] json(Problem problem) {
        try {
            return MAPPER.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
