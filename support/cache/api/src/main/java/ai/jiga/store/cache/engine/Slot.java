package ai.jiga.store.cache.engine;

/// What lies at a key. Each has a stamp that no other slot ever has, and that goes with it: who puts
/// something in its place names the stamp, and is refused when an invalidation or a write has come in
/// between. This is the lease of Nishtala et al., "Scaling Memcache at Facebook" (NSDI 2013), except that a
/// lease is shared by all who find it: what they load is good as long as the lease is there.
public sealed interface Slot<T> {
    /// Compared by `equals`.
    Object stamp();

    /// @param fading whether it is in the last part of its time
    record Kept<T>(T value, Object stamp, boolean fading) implements Slot<T> {}

    /// Empty: what is loaded from now on may be kept, as long as the stamp is there.
    record Open<T>(Object stamp) implements Slot<T> {}

    /// Empty, and what is loaded is not to be kept: a write is under way, or the slots are out of reach.
    record Shut<T>(Object stamp) implements Slot<T> {}
}
