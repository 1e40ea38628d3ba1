package ai.jiga.store.kernel;

/// Who asks. Repositories and use cases take it, so that no one reads another's rows by leaving a check out.
public sealed interface Caller {
    Anonymous ANONYMOUS = new Anonymous();

    /// Somebody without a token.
    record Anonymous() implements Caller {}

    /// A signed-in user.
    record User(UserId id, Role role) implements Caller {}

    enum Role {
        USER,
        ADMIN
    }

    default boolean isAdmin() {
        return this instanceof User user && user.role() == Role.ADMIN;
    }

    default boolean is(UserId other) {
        return this instanceof User user && user.id().equals(other);
    }

    /// The name under which limits and idempotency keys of this caller are kept.
    default String tenant() {
        return switch (this) {
            case Anonymous anonymous -> "anonymous";
            case User user -> user.id().value();
        };
    }
}
