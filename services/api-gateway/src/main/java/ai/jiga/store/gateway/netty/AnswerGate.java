package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.EdgeProblems;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.RequestIds;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The way out of one connection: gives answers what all of them have, takes the body from those to HEAD, and
/// answers by itself what never became a request.
final class AnswerGate extends ChannelDuplexHandler {
    /// The client may still be sending; a connection closed with bytes unread is reset, and the answer lost.
    private static final long LINGER_MILLIS = 2_000;

    private final Wire wire;
    private final RequestGate requests;
    private @Nullable ChannelHandlerContext context;
    private @Nullable RequestHead asked;
    private boolean begun;
    private boolean continued;
    private boolean bodiless;
    private boolean lastOne;
    private boolean closing;

    AnswerGate(Wire wire, RequestGate requests) {
        this.wire = wire;
        this.requests = requests;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /// A request goes down, and what comes up next is its answer.
    void asked(RequestHead head) {
        asked = head;
        begun = false;
        continued = false;
        bodiless = head.isHead();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpObject object && object.decoderResult().isFailure()) {
            // What the gate lets through is well-formed; should the decoder think otherwise, it is right.
            ReferenceCountUtil.release(message);
            requests.refuse(Malformed.because("could not be read").rejection());
            return;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (closing) {
            drop(message, promise);
        } else if (message instanceof HttpResponse response) {
            write(ctx, response, promise);
        } else if (begun && bodiless && (message instanceof HttpContent || message instanceof FileRegion)) {
            drop(message, promise);
            endAfter(message);
        } else {
            ctx.write(message, promise);
            endAfter(message);
        }
    }

    private void write(ChannelHandlerContext ctx, HttpResponse response, ChannelPromise promise) {
        if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            wire.date(response.headers());
            ctx.write(response, promise.unvoid().addListener(done -> requests.upgraded()));
            return;
        }
        if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            continued |= response.status().equals(HttpResponseStatus.CONTINUE);
            ctx.write(response, promise);
            return;
        }
        begun = true;
        HttpResponse whole = AnswerForm.of(isBare(response) ? problem(response) : response, asked);
        wire.date(whole.headers());
        RequestHead head = asked;
        if (head != null && head.expectsContinue() && !continued && requests.isBodyUntouched()) {
            // Whether its body still comes is the client's choice: nobody can tell it from the next request.
            whole.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            lastOne = true;
        }
        boolean last = whole instanceof LastHttpContent;
        if (bodiless) {
            ctx.write(AnswerForm.withoutBody(whole), promise);
        } else {
            ctx.write(whole, promise);
        }
        if (last) {
            end();
        }
    }

    private static void drop(Object message, ChannelPromise promise) {
        ReferenceCountUtil.release(message);
        promise.trySuccess();
    }

    private void endAfter(Object message) {
        if (begun && message instanceof LastHttpContent) {
            end();
        }
    }

    private void end() {
        asked = null;
        begun = false;
        bodiless = false;
        if (lastOne) {
            closing = true;
            requests.deafen();
            writer().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> linger());
        } else {
            requests.answered();
        }
    }

    /// What the framework refuses by itself has a status and nothing else.
    private static boolean isBare(HttpResponse response) {
        return response.status().code() >= 400
                && response instanceof FullHttpResponse full
                && !full.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private HttpResponse problem(HttpResponse bare) {
        RequestHead head = asked;
        if (head == null || !(bare.headers() instanceof MultiMap fields)) {
            return bare;
        }
        String known = fields.get(RequestIds.HEADER);
        Wire.Sender sender = wire.sender(head, writer().channel());
        String requestId = known == null ? RequestIds.wellFormedOrNew(sender.requestId()) : known;
        fields.remove(HttpHeaderNames.VARY);
        byte[] body = wire.problem(
                EdgeProblems.ofStatus(bare.status().code()),
                sender,
                head.target().path(),
                requestId,
                fields);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                bare.status(),
                Unpooled.wrappedBuffer(body),
                (HttpHeaders) fields,
                EmptyHttpHeaders.INSTANCE);
    }

    /// Answers what is no request, and closes.
    void refuse(Rejection rejection, Wire.Sender sender, String path, boolean isHead) {
        if (closing) {
            return;
        }
        closing = true;
        FullHttpResponse problem = wire.problem(rejection, sender, path);
        wire.date(problem.headers());
        writer().writeAndFlush(isHead ? AnswerForm.withoutBody(problem) : problem)
                .addListener(written -> linger());
    }

    /// Answers what became a request, and whose body is none; closes at once when it is answered already.
    void refuseBody(Rejection rejection) {
        RequestHead head = asked;
        if (head == null || begun) {
            closing = true;
            writer().close();
        } else {
            refuse(
                    rejection,
                    wire.sender(head, writer().channel()),
                    head.target().path(),
                    head.isHead());
        }
    }

    /// Answers `OPTIONS *` (RFC 9110, 9.3.7): of the store as a whole.
    void answerForAll(RequestHead head) {
        HeadersMultiMap fields = HeadersMultiMap.httpHeaders();
        wire.complete(fields, wire.sender(head, writer().channel()));
        wire.date(fields);
        fields.set((CharSequence) HttpHeaderNames.ALLOW, RequestHead.ALL_METHODS)
                .set((CharSequence) HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set((CharSequence) HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
                .set((CharSequence) HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        closing = true;
        writer().writeAndFlush(new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.OK,
                        Unpooled.EMPTY_BUFFER,
                        fields,
                        EmptyHttpHeaders.INSTANCE))
                .addListener(written -> linger());
    }

    private void linger() {
        ChannelHandlerContext ctx = writer();
        ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        boolean tls = ctx.pipeline().get(SslHandler.class) != null;
        if (!tls && ctx.channel() instanceof DuplexChannel channel) {
            ChannelFuture done = channel.shutdownOutput();
            done.addListener(end -> ctx.read());
        } else {
            ctx.read();
        }
    }

    private ChannelHandlerContext writer() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return context;
    }
}
