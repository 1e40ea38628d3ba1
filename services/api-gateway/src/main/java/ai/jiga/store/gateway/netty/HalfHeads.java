package ai.jiga.store.gateway.netty;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// The connections whose head has begun and not ended. There are few: most heads come in one piece. When
/// there are too many, somebody keeps them so, and the eldest gives way to the next.
///
/// Thread-safe.
final class HalfHeads {
    private final int most;
    private final LinkedHashSet<RequestGate> waiting = new LinkedHashSet<>();

    HalfHeads(int most) {
        this.most = most;
    }

    void enter(RequestGate gate) {
        RequestGate eldest = add(gate);
        if (eldest != null) {
            eldest.giveUp();
        }
    }

    private synchronized @Nullable RequestGate add(RequestGate gate) {
        waiting.add(gate);
        return waiting.size() > most ? waiting.removeFirst() : null;
    }

    synchronized void leave(RequestGate gate) {
        waiting.remove(gate);
    }

    synchronized int size() {
        return waiting.size();
    }
}
