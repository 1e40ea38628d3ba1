package ai.jiga.store.gateway.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.FileRegion;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches whether a client takes what it asked for. What it does not take is kept for it in memory, so it is
/// given up when too little of it goes out for too long.
final class AnswerUptake {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerUptake.class);

    private final WireLimits limits;
    private long handed;
    private long taken;
    private @Nullable ScheduledFuture<?> timer;

    AnswerUptake(WireLimits limits) {
        this.limits = limits;
    }

    /// Something was handed to the socket.
    void handed(Object message) {
        if (message instanceof ByteBuf bytes) {
            handed += bytes.readableBytes();
        } else if (message instanceof FileRegion file) {
            handed += file.count();
        }
    }

    /// As much as the socket takes has left.
    void flushed(ChannelHandlerContext context) {
        if (timer == null && waiting(context.channel()) > 0) {
            taken = handed - waiting(context.channel());
            timer = context.executor()
                    .schedule(() -> check(context), limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void check(ChannelHandlerContext context) {
        timer = null;
        long waiting = waiting(context.channel());
        if (waiting > 0 && handed - waiting - taken < WireLimits.LEAST_ANSWER_BYTES) {
            LOG.debug("{} does not take its answer", context.channel().remoteAddress());
            context.close();
        } else {
            flushed(context);
        }
    }

    /// Bytes that the socket has not taken; with what Netty counts for keeping them.
    static long waiting(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : Math.max(0, buffer.totalPendingWriteBytes() - buffer.currentProgress());
    }
}
