package ai.jiga.store.kernel;

/// An amount of DOF, the store's currency: whole and never negative. A signed movement of DOF is a
/// plain `long` in a posting; a price, a balance or an allocation is a `Dof`.
///
/// @param amount whole DOF, 0 or more
public record Dof(long amount) implements Comparable<Dof> {
    public static final Dof ZERO = new Dof(0);

    public Dof {
        if (amount < 0) {
            throw new IllegalArgumentException("DOF amounts are never negative: " + amount);
        }
    }

    public static Dof of(long amount) {
        return amount == 0 ? ZERO : new Dof(amount);
    }

    /// @throws ArithmeticException past `Long.MAX_VALUE`
    public Dof plus(Dof other) {
        return of(Math.addExact(amount, other.amount));
    }

    /// @throws IllegalArgumentException when `other` is more than this
    public Dof minus(Dof other) {
        return of(amount - other.amount);
    }

    /// `floor(this x numerator / denominator)`, exact: the product may not pass `Long.MAX_VALUE`.
    public Dof fraction(long numerator, long denominator) {
        return of(Math.floorDiv(Math.multiplyExact(amount, numerator), denominator));
    }

    /// `ceil(this x numerator / denominator)`: what a fee is rounded to.
    public Dof fractionRoundedUp(long numerator, long denominator) {
        return of(Math.ceilDiv(Math.multiplyExact(amount, numerator), denominator));
    }

    public Dof atMost(Dof limit) {
        return amount <= limit.amount ? this : limit;
    }

    public boolean isLessThan(Dof other) {
        return amount < other.amount;
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Dof other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
