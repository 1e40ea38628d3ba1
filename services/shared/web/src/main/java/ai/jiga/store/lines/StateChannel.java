package ai.jiga.store.lines;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// A channel of something that has a state: `{name}.changed` with all of it after each change, and `{name}.gone` once
/// when who listens may not see it any more. It may come back: whoever listens is told then.
public final class StateChannel implements ChannelKind {
    private final String name;
    private final Scope scope;
    private final Source source;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor threads;

    /// @param name of the channel and of its events, such as `listing`
    /// @param threads run what may ask the documents
    public StateChannel(
            String name, Scope scope, Source source, ObjectMapper json, InstantSource clock, Executor threads) {
        this.name = name;
        this.scope = scope;
        this.source = source;
        this.json = json;
        this.clock = clock;
        this.threads = threads;
    }

    /// Whose states are told.
    @FunctionalInterface
    public interface Source {
        /// Refused as who may not read it is. Asks no documents yet.
        ///
        /// @param id as the client wrote it
        Outcome<Subject> find(Caller.User caller, String id);
    }

    /// One of them, as one caller sees it. May block.
    public interface Subject {
        /// What tells one state from another: who asks twice and gets the same has missed nothing.
        Object version();

        Outcome<?> look();

        /// @param changed called soon after, and not only when there was a change
        List<? extends AutoCloseable> watch(Runnable changed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public boolean hasId() {
        return true;
    }

    @Override
    public Outcome<Listening> open(Caller.User caller, String id, Listener listener) {
        return source.find(caller, id).then(subject -> open(subject, listener));
    }

    private Outcome<Listening> open(Subject subject, Listener listener) {
        // Its version is asked first, so that what changes meanwhile is told once more rather than not at all.
        var telling = new Telling(subject);
        return subject.look().map(seen -> {
            var state = new LatestState(threads, json.valueToTree(seen), telling::change, listener);
            subject.watch(state::changed).forEach(state::watching);
            return state;
        });
    }

    /// What one who listens was told last. Asked by one thread at a time, each after the other.
    private final class Telling {
        private final Subject subject;
        private volatile Object version;
        private volatile boolean gone;

        private Telling(Subject subject) {
            this.subject = subject;
            this.version = subject.version();
        }

        private Optional<JsonNode> change() {
            Object now = subject.version();
            if (now.equals(version)) {
                return Optional.empty();
            }
            version = now;
            return switch (subject.look()) {
                case Outcome.Done<?> done -> {
                    gone = false;
                    yield Optional.of(event("changed").set("data", json.valueToTree(done.value())));
                }
                case Outcome.Rejected<?> refused -> {
                    boolean told = gone;
                    gone = true;
                    yield told ? Optional.empty() : Optional.of(event("gone"));
                }
            };
        }
    }

    private ObjectNode event(String what) {
        return json.createObjectNode()
                .put("type", name + "." + what)
                .put("at", clock.instant().toString());
    }
}
