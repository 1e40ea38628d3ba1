package ai.jiga.store.gateway.netty;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/// A body that is coming: knows where it ends.
interface Body {
    /// Hands on what has come of it, and leaves what belongs to the next request.
    ///
    /// @param below takes over what it is given
    /// @return whether it is whole
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST, BODY_TOO_LARGE or HEADERS_TOO_LARGE
    boolean read(ByteBuf in, Consumer<ByteBuf> below);

    /// Whether nothing of it has come yet.
    boolean isUntouched();
}
