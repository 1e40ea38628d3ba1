package ai.jiga.store.session.live;

import ai.jiga.store.models.Stimulus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a client says. What can cost something is [Metered].
sealed interface ClientFrame {
    /// Carries a `seq`, once the client has given one.
    sealed interface Metered extends ClientFrame {
        @Nullable
        Long seq();

        /// @param at when it arrived
        Stimulus stimulus(Instant at);
    }

    record Text(@Nullable Long seq, String text) implements Metered {
        @Override
        public Stimulus stimulus(Instant at) {
            return new Stimulus.Text(at, text);
        }
    }

    /// @param seconds rounded up
    record Voice(@Nullable Long seq, long seconds, @Nullable String transcript) implements Metered {
        @Override
        public Stimulus stimulus(Instant at) {
            return new Stimulus.Voice(at, seconds, transcript);
        }
    }

    record GameEvent(@Nullable Long seq, String kind, JsonNode data) implements Metered {
        @Override
        public Stimulus stimulus(Instant at) {
            return new Stimulus.GameEvent(at, kind, data);
        }
    }

    /// @param bytes size of the picture
    record Picture(@Nullable Long seq, long bytes) implements Metered {
        @Override
        public Stimulus stimulus(Instant at) {
            return new Stimulus.Frame(at, bytes);
        }
    }

    record Configure(ObjectNode changes) implements ClientFrame {}

    record Pause() implements ClientFrame {}

    record Resume() implements ClientFrame {}

    record End() implements ClientFrame {}

    record Ping() implements ClientFrame {}
}
