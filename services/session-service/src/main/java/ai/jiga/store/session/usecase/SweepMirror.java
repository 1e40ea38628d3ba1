package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import java.io.IOException;
import java.util.Optional;

/// Takes from the live mirror what is over: a process that died could not, nor one that slept while its
/// sessions were ended elsewhere.
public final class SweepMirror {
    private final DocumentStore store;
    private final LiveMirror mirror;

    public SweepMirror(DocumentStore store, LiveMirror mirror) {
        this.store = store;
        this.mirror = mirror;
    }

    /// Waits for the mirror and for documents.
    ///
    /// @return how many were removed
    /// @throws IOException when the mirror does not answer
    public int sweep() throws IOException {
        int removed = 0;
        for (String id : mirror.shown()) {
            if (isOver(id)) {
                mirror.remove(id);
                removed++;
            }
        }
        return removed;
    }

    private boolean isOver(String id) {
        try {
            Optional<Session> session =
                    store.get(SessionCollections.session(SessionId.of(id))).map(Document::value);
            return session.isEmpty() || session.get().status().isOver();
        } catch (IllegalArgumentException notOurs) {
            return true;
        }
    }
}
