package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.PreconditionFailedException;
import ai.jiga.store.documents.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a transaction's writes come to: at most one change for each document, with every precondition checked
/// before the engine changes anything. All changes of a transaction have one commit time.
///
/// @param micros the commit time
public record Changes(List<Change> changes, long micros) {

    /// The engine's state that the writes are applied to.
    @FunctionalInterface
    public interface Current {
        /// @param withJson whether the document's JSON is needed
        @Nullable
        StoredDocument at(Ref<?> ref, boolean withJson);
    }

    public sealed interface Change {
        Ref<?> ref();
    }

    public record Insert(Ref<?> ref, Encoded value) implements Change {}

    /// @param before what it replaces; the creation time is kept
    public record Replace(Ref<?> ref, StoredDocument before, Encoded value) implements Change {}

    public record Remove(Ref<?> ref, StoredDocument before) implements Change {}

    /// @throws AlreadyExistsException for a create of what exists
    /// @throws MissingDocumentException for an update of what does not
    /// @throws PreconditionFailedException for a replace of what was written since
    public static Changes of(List<Write> writes, Current current, CommitClock clock, Codec codec) {
        var states = new LinkedHashMap<Ref<?>, State>();
        for (Write write : writes) {
            boolean withJson = write instanceof Write.Change || write instanceof Write.Upsert;
            State known = states.get(write.ref());
            if (known == null || (withJson && known.before != null && known.before.json() == null)) {
                states.put(write.ref(), new State(current.at(write.ref(), withJson)));
            }
        }
        long latest = Long.MIN_VALUE;
        for (State state : states.values()) {
            if (state.before != null) {
                latest = Math.max(latest, state.before.updated());
            }
        }
        long micros = clock.next(latest);
        var fields = new FieldChanges(codec);
        for (Write write : writes) {
            apply(write, state(states, write.ref()), fields, micros);
        }
        List<Change> changes = new ArrayList<>(states.size());
        for (Map.Entry<Ref<?>, State> entry : states.entrySet()) {
            Change change = entry.getValue().change(entry.getKey());
            if (change != null) {
                changes.add(change);
            }
            if (change instanceof Remove) {
                clock.deleted(micros);
            }
        }
        return new Changes(changes, micros);
    }

    private static State state(Map<Ref<?>, State> states, Ref<?> ref) {
        State state = states.get(ref);
        if (state == null) {
            throw new IllegalStateException("no state of " + ref);
        }
        return state;
    }

    private static void apply(Write write, State state, FieldChanges fields, long micros) {
        switch (write) {
            case Write.Create create -> {
                if (state.exists) {
                    throw new AlreadyExistsException(create.ref() + " exists");
                }
                state.put(create.value());
            }
            case Write.Set set -> state.put(set.value());
            case Write.Replace replace -> {
                if (state.before == null || state.before.updated() != Micros.of(replace.updatedAt())) {
                    throw new PreconditionFailedException(replace.ref() + " was written since it was read");
                }
                state.put(replace.value());
            }
            case Write.Change change -> {
                if (!state.exists) {
                    throw new MissingDocumentException(change.ref() + " does not exist");
                }
                state.put(fields.apply(change.ref(), state.json(), change.update(), micros));
            }
            case Write.Upsert upsert -> {
                String json = state.exists ? state.json() : upsert.initial().json();
                state.put(fields.apply(upsert.ref(), json, upsert.update(), micros));
            }
            case Write.Delete _ -> {
                state.exists = false;
                state.json = null;
                state.touched = true;
            }
        }
    }

    private static final class State {
        private final @Nullable StoredDocument before;
        private boolean exists;
        private boolean touched;
        private @Nullable String json;
        private @Nullable Encoded value;

        State(@Nullable StoredDocument before) {
            this.before = before;
            this.exists = before != null;
            this.json = before == null ? null : before.json();
        }

        void put(Encoded encoded) {
            exists = true;
            touched = true;
            value = encoded;
            json = encoded.json();
        }

        String json() {
            if (json == null) {
                throw new IllegalStateException("the document's JSON was not read");
            }
            return json;
        }

        @Nullable
        Change change(Ref<?> ref) {
            if (!touched) {
                return null;
            }
            if (!exists) {
                return before == null ? null : new Remove(ref, before);
            }
            if (value == null) {
                throw new IllegalStateException("nothing was written");
            }
            return before == null ? new Insert(ref, value) : new Replace(ref, before, value);
        }
    }
}
