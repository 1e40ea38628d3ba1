package ai.jiga.store.search;

import org.jspecify.annotations.Nullable;

/// Both ends belong to the range; an absent end is open. An empty range (from above to) matches nothing.
public record NumberRange(@Nullable Double from, @Nullable Double to) {

    public NumberRange {
        if ((from != null && from.isNaN()) || (to != null && to.isNaN())) {
            throw new IllegalArgumentException("An end of a range is a number");
        }
    }

    /// At least this.
    public static NumberRange atLeast(double from) {
        return new NumberRange(from, null);
    }

    /// At most this.
    public static NumberRange atMost(double to) {
        return new NumberRange(null, to);
    }

    /// From one to the other, both included.
    public static NumberRange between(double from, double to) {
        return new NumberRange(from, to);
    }

    /// Whether the value lies in the range, which not-a-number never does.
    public boolean contains(double value) {
        return !Double.isNaN(value) && (from == null || value >= from) && (to == null || value <= to);
    }
}
