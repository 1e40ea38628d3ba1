package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.engine.Pacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the topics are, and how a [PubSubQueue] paces itself. Holds no secret: the vendor's client finds its
/// credentials by itself.
///
/// @param project the id of the Google Cloud project
/// @param emulatorHost `host:port` of an emulator, in which topics are then made at the start; without it, they must
///     be there
/// @param lanes how many keys are relayed at once, and how many events are handled at once
/// @param pacing of a handler's attempts at an event
/// @param sweep how often the outbox is searched for events nobody told of, and how old those are at least
/// @param outstandingMessages how many messages of one subscription are held here at once
/// @param outstandingBytes how much they may be
/// @param shutdown how long closing waits for what runs
/// @param timers whether sweeps run by themselves: false in tests, where only [PubSubQueue#awaitIdle] makes them
public record PubSubOptions(
        String project,
        Optional<String> emulatorHost,
        int lanes,
        Pacing pacing,
        Duration sweep,
        int outstandingMessages,
        long outstandingBytes,
        Duration shutdown,
        boolean timers) {
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}|\\[[0-9a-f:]+]:[0-9]{1,5}");
    private static final Duration FASTEST_SWEEP = Duration.ofSeconds(1);

    /// @throws IllegalArgumentException with all of [#problems] in one message
    public PubSubOptions {
        List<String> problems = problems(project, emulatorHost);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        if (lanes < 1 || outstandingMessages < 1 || outstandingBytes < 1) {
            throw new IllegalArgumentException("a queue has a lane and holds a message");
        }
        if (sweep.compareTo(FASTEST_SWEEP) < 0) {
            throw new IllegalArgumentException("a queue sweeps once a second at most");
        }
    }

    /// Sweeps every 5 s; holds 200 messages or 4 MiB of each subscription.
    ///
    /// @throws IllegalArgumentException with all of [#problems] in one message
    public static PubSubOptions of(String project, Optional<String> emulatorHost) {
        return new PubSubOptions(
                project,
                emulatorHost,
                64,
                Pacing.defaults(),
                Duration.ofSeconds(5),
                200,
                4 << 20,
                Duration.ofSeconds(10),
                true);
    }

    /// What is wrong with a configuration, a sentence each that says what to do.
    public static List<String> problems(String project, Optional<String> emulatorHost) {
        var problems = new ArrayList<String>();
        if (!PROJECT.matcher(project).matches()) {
            problems.add("GOOGLE_CLOUD_PROJECT must be the id of a project (6 to 30 lower-case letters, digits and"
                    + " hyphens) when JIGA_EVENTS=pubsub, not '" + project + "'.");
        }
        emulatorHost
                .filter(host -> !HOST.matcher(host).matches())
                .ifPresent(host -> problems.add("PUBSUB_EMULATOR_HOST must be host:port, such as 127.0.0.1:8085, not '"
                        + host + "'; leave it out to use the cloud."));
        return problems;
    }

    /// For tests: attempts follow each other within milliseconds, and nothing runs by the clock.
    public PubSubOptions forTests() {
        return new PubSubOptions(
                project,
                emulatorHost,
                lanes,
                Pacing.forTests(),
                sweep,
                outstandingMessages,
                outstandingBytes,
                shutdown,
                false);
    }
}
