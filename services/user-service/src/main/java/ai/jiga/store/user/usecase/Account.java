package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.Caller.Role;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.Origin;
import ai.jiga.store.user.model.User;
import org.jspecify.annotations.Nullable;

/// A user, as that user sees it.
///
/// @param email absent when the user came from another issuer that gave none
/// @param emailVerified whether the user showed that letters to the address reach them
/// @param role `user` or `admin`
public record Account(UserId id, @Nullable String email, boolean emailVerified, String displayName, String role) {
    static Account of(User user, Operator operator) {
        return new Account(
                user.id(), user.email(), isVerified(user), user.profile().displayName(), role(user, operator));
    }

    private static boolean isVerified(User user) {
        Origin origin = user.origin();
        return origin == null ? user.emailVerifiedAt() != null : user.email() != null && origin.emailVerified();
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
