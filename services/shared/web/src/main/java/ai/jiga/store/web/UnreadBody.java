package ai.jiga.store.web;

import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was wrong with the body of the request that is being served. It is kept until the resource asks for the body by
/// [Inputs], because whether the caller may do this at all comes first.
@RequestScoped
public class UnreadBody {
    private @Nullable Rejection reason;

    /// @return whether the fault is one of the body's
    public boolean keep(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RejectedException refused) {
                reason = refused.rejection();
            } else if (cause instanceof JsonProcessingException json) {
                reason = UnreadableJson.rejection(json);
            }
            if (reason != null) {
                return true;
            }
        }
        return false;
    }

    Optional<Rejection> reason() {
        return Optional.ofNullable(reason);
    }
}
