package ai.jiga.store.kernel;

/// A user: a player, an owner, an operator, or [#SYSTEM], the platform itself.
public record UserId(String value) implements Id {
    /// The platform: owns the system agents and the treasury.
    public static final UserId SYSTEM = new UserId("system");

    public UserId {
        Id.check(value);
    }

    public static UserId of(String value) {
        return new UserId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
