package ai.jiga.store.session.usecase;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.session.model.EndReason;
import org.jspecify.annotations.Nullable;

/// That somebody or something wants a session to end.
///
/// @param deed an operator's, which is in the audit log if it is what ended the session; null: nobody's
public record EndWish(EndReason reason, AuditLog.@Nullable Deed deed) {
    public static EndWish of(EndReason reason) {
        return new EndWish(reason, null);
    }
}
