package ai.jiga.store.kernel;

import org.jspecify.annotations.Nullable;

/// Who asks. Repositories and use cases take it, so that no one reads another's rows by leaving a check out.
public sealed interface Caller {
    Anonymous ANONYMOUS = new Anonymous();

    /// Somebody without a token.
    record Anonymous() implements Caller {}

    /// A signed-in user.
    ///
    /// @param admission by what; null for somebody of whom only this is known, as in a call between services
    record User(UserId id, Role role, @Nullable Admission admission) implements Caller {
        public User(UserId id, Role role) {
            this(id, role, null);
        }
    }

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
