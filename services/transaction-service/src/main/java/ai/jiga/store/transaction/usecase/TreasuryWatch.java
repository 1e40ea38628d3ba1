package ai.jiga.store.transaction.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The platform's balance (treasury, revenue and fees), and whether an operator should worry: it is low under
/// 1,000,000 DOF. Read from the books at most every five seconds, however often it is asked.
public final class TreasuryWatch {
    public static final long LOW_UNDER = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(TreasuryWatch.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private final KeepBooks books;
    private final InstantSource clock;
    private volatile @Nullable State last;

    public TreasuryWatch(KeepBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /// @param balance DOF
    public record State(long balance, long lowUnder, boolean low, Instant readAt) {}

    public State state() {
        Instant now = clock.instant();
        State before = last;
        if (before != null && now.isBefore(before.readAt().plus(FRESH_FOR))) {
            return before;
        }
        long balance = books.platformBalance();
        var state = new State(balance, LOW_UNDER, balance < LOW_UNDER, now);
        last = state;
        if (state.low() && (before == null || !before.low())) {
            LOG.warn("The platform's DOF balance is low: {} under {}", balance, LOW_UNDER);
        }
        return state;
    }
}
