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

    private static final String TEST = "test_";

    /// Who a user is for their test keys: somebody else, with a wallet and sessions of their own, so that nothing of a
    /// test is found by who is not testing.
    ///
    /// @throws IllegalArgumentException when the id is too long for it
    public UserId inTest() {
        return isTest() ? this : new UserId(TEST + value);
    }

    public boolean isTest() {
        return value.startsWith(TEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
