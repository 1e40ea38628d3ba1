package ai.jiga.store.queue.engine;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Puts the id of the request that caused an event on every log line written while it is handled. An engine may run a
/// transaction's body on a thread of its own, so this goes around the handler and not around the transaction.
public final class RequestTrace implements AutoCloseable {
    private static final String KEY = "requestId";

    private final @Nullable String before;

    public RequestTrace(@Nullable String requestId) {
        before = MDC.get(KEY);
        put(requestId);
    }

    @Override
    public void close() {
        put(before);
    }

    private static void put(@Nullable String requestId) {
        if (requestId == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, requestId);
        }
    }
}
