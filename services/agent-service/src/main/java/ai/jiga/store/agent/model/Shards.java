package ai.jiga.store.agent.model;

/// Which part of a sum something adds to: always the same one, so that a handler that runs again adds in the
/// same place.
public final class Shards {
    public static final int COUNT = 8;

    private Shards() {}

    /// @param cause the id of what is added, such as a session's
    public static int of(String cause) {
        return Math.floorMod(cause.hashCode(), COUNT);
    }
}
