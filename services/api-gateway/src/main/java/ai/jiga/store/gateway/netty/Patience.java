package ai.jiga.store.gateway.netty;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What one connection may keep the store waiting for. A request that comes whole and is answered starts no
/// timer.
final class Patience {
    private final RequestGate gate;
    private final Wire wire;
    private final ScheduledExecutorService loop;
    private @Nullable ScheduledFuture<?> head;
    private @Nullable ScheduledFuture<?> body;
    private ScheduledFuture<?> idle;
    private long requests;
    private long requestsThen;
    private long bytes;
    private boolean busy;

    Patience(RequestGate gate, Wire wire, ScheduledExecutorService loop) {
        this.gate = gate;
        this.wire = wire;
        this.loop = loop;
        this.idle = after(wire.limits().firstByte(), this::checkIdle);
    }

    /// Bytes have come, of whatever.
    void received(int more) {
        bytes += more;
    }

    /// A request has come.
    void asked() {
        requests++;
    }

    /// Where the connection stands after what came was read.
    void now(boolean withinHead, boolean withinBody, boolean answering) {
        busy = withinHead || withinBody || answering;
        if (withinHead && head == null) {
            head = after(wire.limits().head(), gate::headIsLate);
            wire.halfHeads().enter(gate);
        } else if (!withinHead && head != null) {
            head.cancel(false);
            head = null;
            wire.halfHeads().leave(gate);
        }
        if (withinBody && body == null) {
            watchBody();
        } else if (!withinBody && body != null) {
            body.cancel(false);
            body = null;
        }
    }

    void stop() {
        now(false, false, true);
        idle.cancel(false);
    }

    private void watchBody() {
        long before = bytes;
        body = after(wire.limits().body(), () -> {
            if (bytes - before < WireLimits.LEAST_BODY_BYTES && !gate.isHeldBack()) {
                gate.bodyIsLate();
            } else {
                watchBody();
            }
        });
    }

    /// Not at every request: a connection without one since the last look, and without any now, is closed.
    private void checkIdle() {
        if (!busy && requests == requestsThen && !gate.isTaking()) {
            gate.isIdle();
        } else {
            requestsThen = requests;
            idle = after(wire.limits().idle(), this::checkIdle);
        }
    }

    private ScheduledFuture<?> after(Duration time, Runnable then) {
        return loop.schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
