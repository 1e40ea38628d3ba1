package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.queue.Task;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// A vendor's task: when it calls, and a name that everybody derives alike, so that setting it twice sets it once.
///
/// @param name a hash in front, because names in sequence slow the vendor down
record Alarm(String name, String kind, String id, Instant at) {
    /// The vendor takes no task further ahead than 30 days.
    static final Duration HORIZON = Duration.ofDays(29);

    private static final int LONGEST_KIND = 60;

    /// For a task when it is due; or, beyond the horizon, a whole number of horizons earlier, and then again.
    static Alarm of(Task task, Instant now) {
        long ahead = Math.max(0, Duration.between(now, task.due()).toMillis());
        long horizon = HORIZON.toMillis();
        long hops = ahead == 0 ? 0 : (ahead - 1) / horizon;
        return named(task, "hop " + hops, task.due().minus(HORIZON.multipliedBy(hops)));
    }

    /// For a task that is due and that no call came for. The vendor remembers a name for a while after its call, so
    /// it gets another one with each round.
    static Alarm again(Task task, Instant now, Duration round) {
        return named(task, "round " + now.toEpochMilli() / round.toMillis(), now);
    }

    private static Alarm named(Task task, String which, Instant at) {
        String seed = String.join("\n", task.kind(), task.id(), task.due().toString(), which);
        String readable = task.kind().replaceAll("[^A-Za-z0-9]", "-");
        String kind = readable.substring(0, Math.min(readable.length(), LONGEST_KIND));
        return new Alarm(hash(seed) + "-" + kind, task.kind(), task.id(), at);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
