package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way in of one connection, before anything of the framework's. It lets whole heads pass and the bodies
/// that they announce, one request at a time: the next is read when the one before is answered and the client
/// has taken that answer. So what is refused is refused in its turn, and nobody makes the store remember more
/// than they take.
///
/// What it lets pass can be read in one way only; see `docs/architecture/http.md`.
final class RequestGate extends ChannelDuplexHandler {
    /// Bytes of requests that wait for their turn; more stay in the sockets.
    private static final int MOST_WAITING = 64 << 10;

    private final Wire wire;
    private final HeadScan scan = new HeadScan();
    private final AnswerUptake uptake;
    private final AnswerGate answers;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Patience patience;
    private ByteBuf pending = Unpooled.EMPTY_BUFFER;
    private @Nullable Body body;
    private boolean answering;
    private boolean proceeding;
    private boolean readIsHeld;
    private boolean deaf;
    private boolean raw;

    RequestGate(Wire wire) {
        this.wire = wire;
        this.uptake = new AnswerUptake(wire.limits());
        this.answers = new AnswerGate(wire, this);
    }

    AnswerGate answers() {
        return answers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        patience = new Patience(this, wire, added.executor());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        end();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end();
        ctx.fireChannelInactive();
    }

    private void end() {
        deafen();
        uptake.stop();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (deaf) {
            ReferenceCountUtil.release(message);
        } else if (raw || !(message instanceof ByteBuf bytes)) {
            ctx.fireChannelRead(message);
        } else {
            patience().received(bytes.readableBytes());
            pending = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), pending, bytes);
            proceed();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (pending.isReadable()) {
            pending.discardSomeReadBytes();
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.fireChannelWritabilityChanged();
        if (ctx.channel().isWritable()) {
            proceed();
        }
    }

    /// Nothing is read while requests wait that were read already.
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (body == null && pending.readableBytes() >= MOST_WAITING) {
            readIsHeld = true;
        } else {
            ctx.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!raw) {
            uptake.handed(message);
        }
        ctx.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        if (!raw) {
            uptake.flushed(ctx);
        }
    }

    private void proceed() {
        if (proceeding) {
            return;
        }
        proceeding = true;
        try {
            while (pending.isReadable() && !deaf && step()) {
                // The next one.
            }
        } catch (RejectedException e) {
            if (body == null) {
                refuse(e.rejection());
            } else {
                refuseBody(e.rejection());
            }
        } finally {
            proceeding = false;
        }
        if (deaf) {
            forget();
            return;
        }
        patience().now(scan.isBegun(), body != null, answering);
        if (readIsHeld && pending.readableBytes() < MOST_WAITING) {
            readIsHeld = false;
            gate().read();
        }
    }

    /// @return whether something was done, and more may be
    private boolean step() {
        if (body != null) {
            if (!body.read(pending, gate()::fireChannelRead)) {
                return false;
            }
            body = null;
            return true;
        }
        if (answering || !gate().channel().isWritable() || !scan.read(pending)) {
            return false;
        }
        RequestHead head = RequestHead.parse(scan.lines());
        scan.reset();
        if (head.target().text().equals("*")) {
            deafen();
            answers.answerForAll(head);
            return false;
        }
        answering = true;
        answers.asked(head);
        body = switch (head.framing()) {
            case Framing.NoBody none -> null;
            case Framing.Length(long bytes) -> bytes == 0 ? null : new FixedLength(bytes);
            case Framing.Chunked chunked -> new Chunks();
        };
        patience().asked();
        gate().fireChannelRead(Unpooled.wrappedBuffer(head.bytes()));
        return true;
    }

    /// The answer to the last request was handed to the socket.
    void answered() {
        answering = false;
        if (pending.isReadable()) {
            // Not at once: whoever wrote the answer may not have done all that follows from it.
            gate().executor().execute(this::proceed);
        } else {
            patience().now(scan.isBegun(), body != null, false);
        }
    }

    /// Another protocol is spoken from here on, and read by somebody else.
    void upgraded() {
        raw = true;
        patience().stop();
        uptake.stop();
        if (pending.isReadable() && !deaf) {
            ByteBuf rest = pending;
            pending = Unpooled.EMPTY_BUFFER;
            gate().fireChannelRead(rest);
        }
    }

    boolean isBodyUntouched() {
        return body != null && body.isUntouched();
    }

    /// What comes from here on is dropped.
    void deafen() {
        deaf = true;
        patience().stop();
        if (!proceeding) {
            forget();
        }
    }

    private void forget() {
        pending.release();
        pending = Unpooled.EMPTY_BUFFER;
    }

    /// Refuses the head that is being read, or the request that it became.
    void refuse(Rejection rejection) {
        if (answering) {
            refuseBody(rejection);
            return;
        }
        Wire.Sender sender = wire.sender(readable(), gate().channel());
        boolean isHead = !scan.lines().isEmpty() && scan.lines().getFirst().startsWith("HEAD ");
        deafen();
        answers.refuse(rejection, sender, "", isHead);
    }

    /// The lines that were read, and what has come behind them.
    private List<String> readable() {
        var lines = new ArrayList<>(scan.lines());
        int more = Math.min(pending.readableBytes(), HeadScan.MOST_FIELD_BYTES);
        String rest = pending.toString(pending.readerIndex(), more, StandardCharsets.ISO_8859_1);
        lines.addAll(List.of(rest.split("\r?\n")));
        return lines;
    }

    private void refuseBody(Rejection rejection) {
        deafen();
        answers.refuseBody(rejection);
    }

    /// The head is the eldest of too many that are on their way.
    void giveUp() {
        gate().executor().execute(this::headIsLate);
    }

    void headIsLate() {
        if (!deaf && !raw && scan.isBegun() && !answering) {
            refuse(scan.unfinished(Rejection.of(
                    ErrorCode.REQUEST_TIMEOUT,
                    "The head of the request did not come within "
                            + wire.limits().head().toSeconds() + " s. Send it whole.")));
        }
    }

    void bodyIsLate() {
        if (!deaf && body != null) {
            refuseBody(Rejection.of(
                    ErrorCode.REQUEST_TIMEOUT,
                    "The body of the request came slower than " + (WireLimits.LEAST_BODY_BYTES >> 10) + " KiB in "
                            + wire.limits().body().toSeconds() + " s. Send it again."));
        }
    }

    void isIdle() {
        gate().close();
    }

    /// Whether the client is still taking an answer.
    boolean isTaking() {
        return AnswerUptake.waiting(gate().channel()) > 0;
    }

    /// Whether the store itself has asked the socket to wait.
    boolean isHeldBack() {
        return !gate().channel().config().isAutoRead();
    }

    private ChannelHandlerContext gate() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return context;
    }

    private Patience patience() {
        if (patience == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return patience;
    }
}
