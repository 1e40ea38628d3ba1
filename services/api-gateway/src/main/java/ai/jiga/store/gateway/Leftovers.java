package ai.jiga.store.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/// The rest of a body whose request was already answered. Closing at once would reset the connection, and a
/// client that is still sending would never see the answer; reading for ever would let it send for ever.
final class Leftovers {
    private static final long MOST_BYTES = 16L << 20;
    private static final long LONGEST_MILLIS = 5_000;

    private Leftovers() {}

    static void drop(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        var dropped = new AtomicLong();
        long timer = context.vertx()
                .setTimer(LONGEST_MILLIS, late -> request.connection().close());
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(end -> context.vertx().cancelTimer(timer));
        request.handler(part -> {
            if (dropped.addAndGet(part.length()) > MOST_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
