package ai.jiga.store.kernel;

/// A session; its hold, its hire transaction and their resolution carry the same id.
public record SessionId(String value) implements Id {
    public SessionId {
        Id.check(value);
    }

    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
