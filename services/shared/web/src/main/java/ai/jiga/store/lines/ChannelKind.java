package ai.jiga.store.lines;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Something that may be listened to on `/ws`: each service has a bean for what is its own, and one door asks them all.
public interface ChannelKind {
    /// What a channel's name begins with: `session` of `session:{id}`.
    String name();

    /// Whether its channels have an id; `user` has none.
    boolean hasId();

    /// What a key needs to listen, beside the scope that opened its line.
    Scope scope();

    /// Who may not hear it is refused as who may not read it. May block.
    ///
    /// @param id as the client wrote it; empty where there is none
    Outcome<Listening> open(Caller.User caller, String id, Listener listener);

    /// Who listens. Thread-safe; never blocks and never fails.
    interface Listener {
        /// @param event `{type, at, data}`, with an `id` where events have one
        void heard(JsonNode event);

        /// Nothing more comes, though more may happen: begin again.
        void lost();
    }

    /// Ends with `close()`.
    interface Listening extends AutoCloseable {
        /// How things stood when it began; null where that says nothing.
        @Nullable
        JsonNode snapshot();

        @Override
        void close();
    }
}
