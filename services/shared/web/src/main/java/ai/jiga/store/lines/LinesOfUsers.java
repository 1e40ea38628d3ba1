package ai.jiga.store.lines;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How many lines each user has open in this process: enough for every tab of somebody who closes none, and too few to
/// fill the store's memory.
///
/// Thread-safe.
public final class LinesOfUsers {
    public static final int MOST = 20;
    private static final int RETRY_SECONDS = 10;

    private final ConcurrentMap<UserId, Integer> open = new ConcurrentHashMap<>();

    /// One more line of the user's, to be [given back][#release(UserId)]; refused with TOO_MANY_LINES.
    public Outcome<UserId> take(UserId user) {
        boolean[] taken = new boolean[1];
        open.compute(user, (_, now) -> {
            int lines = now == null ? 0 : now;
            taken[0] = lines < MOST;
            return taken[0] ? (Integer) (lines + 1) : now;
        });
        return taken[0]
                ? Outcome.done(user)
                : Outcome.rejected(Rejection.of(
                                ErrorCode.TOO_MANY_LINES,
                                "You have " + MOST + " of these open already. Close one, and try again.")
                        .with("retryAfterSeconds", RETRY_SECONDS));
    }

    public void release(UserId user) {
        open.computeIfPresent(user, (_, lines) -> lines == 1 ? null : (Integer) (lines - 1));
    }
}
