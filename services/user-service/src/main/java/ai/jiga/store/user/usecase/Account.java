package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.Caller.Role;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.User;
import org.jspecify.annotations.Nullable;

/// A user, as that user sees it.
///
/// @param email absent when the user came from another issuer that gave none
/// @param role `user` or `admin`
public record Account(UserId id, @Nullable String email, String displayName, String role) {
    static Account of(User user, Operator operator) {
        return new Account(user.id(), user.email(), user.profile().displayName(), role(user, operator));
    }

    static String role(User user, Operator operator) {
        return role(operator.roleOf(user));
    }

    static String role(Role role) {
        return role == Role.ADMIN ? "admin" : "user";
    }

    /// For a token that outlived its user.
    static Rejection gone() {
        return Rejection.of(ErrorCode.INVALID_TOKEN, "This account does not exist any more.");
    }
}
