package ai.jiga.store.kernel;

/// What one service adds to another's commit. Prepared outside of it, with the ids and times that it
/// writes: the body of a commit may run again, and writes the same then.
@FunctionalInterface
public interface Step<R> {
    /// Reads, then writes. Whoever leads the commit reads before this and writes after it. A refusal has written
    /// nothing.
    R in(UnitOfWork work);
}
