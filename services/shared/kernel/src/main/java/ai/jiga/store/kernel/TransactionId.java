package ai.jiga.store.kernel;

/// A transaction of the ledger.
public record TransactionId(String value) implements Id {
    public TransactionId {
        Id.check(value);
    }

    public static TransactionId of(String value) {
        return new TransactionId(value);
    }

    /// The hire transaction of a session.
    public static TransactionId of(SessionId session) {
        return new TransactionId(session.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
