package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;

/// Refuses an address that does not decode to text: broken percent signs, bytes that are not UTF-8, NUL.
final class TargetText implements Handler<RoutingContext> {
    private final EdgeProblems problems;

    TargetText(EdgeProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        try {
            check(context.request().uri());
        } catch (RejectedException e) {
            problems.answer(context, e.rejection());
            return;
        }
        context.next();
    }

    /// @throws RejectedException MALFORMED_REQUEST
    static void check(String target) {
        var bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c > '~') {
                throw invalid("has a character that must be percent-encoded");
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
            int low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw invalid("has a '%' that is not followed by two hexadecimal digits");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        JsonText.utf8(bytes.toByteArray(), 0, bytes.size(), "The address");
    }

    private static RuntimeException invalid(String why) {
        return Rejection.of(ErrorCode.MALFORMED_REQUEST, "The address " + why + ".")
                .asException();
    }
}
