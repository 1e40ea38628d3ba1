package ai.jiga.store.live.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.LiveState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract. An engine's test is a class that extends this one.
public abstract class LiveMirrorContract {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /// A mirror that shows nothing yet, and who looks at it from outside.
    protected abstract Looking open();

    /// A mirror and an onlooker.
    public interface Looking extends AutoCloseable {
        LiveMirror mirror();

        /// What an onlooker sees of a session, once everything that was asked for is shown.
        Optional<LiveState> look(String sessionId);

        @Override
        void close();
    }

    /// A state that says how much was consumed.
    public static LiveState state(long consumed) {
        return new LiveState("active", consumed, 10_000 - consumed, 3_600, "player", "owner", NOON);
    }

    @Test
    void whatIsShownIsSeen() throws Exception {
        try (Looking looking = open()) {
            looking.mirror().show("s1", state(1));
            looking.mirror().show("s2", state(2));

            assertThat(looking.look("s1")).contains(state(1));
            assertThat(looking.look("s2")).contains(state(2));
            assertThat(looking.look("s3")).isEmpty();
            assertThat(looking.mirror().shown()).isEqualTo(Set.of("s1", "s2"));
            assertThat(looking.mirror().trouble()).isEmpty();
        }
    }

    @Test
    void theLastStateIsTheOneThatStays() {
        try (Looking looking = open()) {
            for (int i = 1; i <= 100; i++) {
                looking.mirror().show("s1", state(i));
            }
            assertThat(looking.look("s1")).contains(state(100));
        }
    }

    @Test
    void whatIsRemovedIsGoneAndWhatWasNeverThereMayBeRemoved() throws Exception {
        try (Looking looking = open()) {
            looking.mirror().show("s1", state(1));
            looking.mirror().show("s2", state(1));
            assertThat(looking.look("s1")).isPresent();

            looking.mirror().remove("s1");
            looking.mirror().remove("never");

            assertThat(looking.look("s1")).isEmpty();
            assertThat(looking.mirror().shown()).isEqualTo(Set.of("s2"));
        }
    }

    @Test
    void aSessionThatIsRemovedAtOnceIsNotLeftBehind() throws Exception {
        try (Looking looking = open()) {
            looking.mirror().show("s1", state(1));
            looking.mirror().remove("s1");

            assertThat(looking.look("s1")).isEmpty();
            assertThat(looking.mirror().shown()).isEmpty();
        }
    }

    @Test
    void onceClosedItTakesNothingAndSaysNothing() {
        Looking looking = open();
        try (looking) {
            looking.mirror().close();
        }
        looking.mirror().show("s1", state(1));
        looking.mirror().remove("s1");
    }
}
