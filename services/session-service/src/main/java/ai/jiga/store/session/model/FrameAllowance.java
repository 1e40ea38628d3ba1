package ai.jiga.store.session.model;

import java.time.Instant;
import java.util.ArrayDeque;

/// How many pictures an agent looks at within its rate: those of a rank's own speed are free, more cost.
/// For one session; not thread-safe.
public final class FrameAllowance {
    private static final long WINDOW_MILLIS = 1_000;

    private final int perSecond;
    private final long extraPrice;
    private final ArrayDeque<Instant> recent = new ArrayDeque<>();

    private FrameAllowance(int perSecond, long extraPrice) {
        this.perSecond = perSecond;
        this.extraPrice = extraPrice;
    }

    /// @param rank such as `Gold`
    public static FrameAllowance of(String rank) {
        return switch (rank) {
            case "Silver" -> new FrameAllowance(3, 100);
            case "Gold" -> new FrameAllowance(5, 100);
            case "Platinum" -> new FrameAllowance(5, 200);
            default -> new FrameAllowance(1, 50);
        };
    }

    /// Pictures that cost nothing.
    int perSecond() {
        return perSecond;
    }

    /// Of each picture beyond those.
    long extraPrice() {
        return extraPrice;
    }

    /// The price of one more picture now: 0 within the rate.
    public long price(Instant now) {
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minusMillis(WINDOW_MILLIS))) {
            recent.removeFirst();
        }
        if (recent.size() >= perSecond) {
            return extraPrice;
        }
        recent.addLast(now);
        return 0;
    }
}
