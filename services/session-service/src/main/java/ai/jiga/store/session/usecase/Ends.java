package ai.jiga.store.session.usecase;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Session;

/// Ends a session wherever it stands: through the thread that meters it, if somebody is connected.
@FunctionalInterface
public interface Ends {
    /// @return the session, ended and settled; one that was over is returned as it is
    Session end(SessionId id, EndReason reason);
}
