package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;

/// The refusal of what is no request.
final class Malformed {
    private Malformed() {}

    /// @param why to follow "The request"
    static RejectedException because(String why) {
        return Rejection.of(ErrorCode.MALFORMED_REQUEST, "The request " + why + ", which HTTP/1.1 does not allow.")
                .asException();
    }
}
