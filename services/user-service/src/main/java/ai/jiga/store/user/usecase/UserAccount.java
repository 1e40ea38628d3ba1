package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.Origin;
import ai.jiga.store.user.model.Suspension;
import ai.jiga.store.user.model.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user, as operators see one.
///
/// @param role `user` or `admin`
/// @param issuer who vouches for somebody who has no password here, or null
/// @param suspension why nobody gets in as this user, or null; one whose time is over is still shown
public record UserAccount(
        UserId id,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        String role,
        @Nullable String issuer,
        Instant createdAt,
        @Nullable Suspended suspension) {
    /// @param reason as the user is told
    /// @param until null: until an operator says so
    public record Suspended(
            String reason, UserId by, Instant at, @Nullable Instant until) {
        static Suspended of(Suspension suspension) {
            return new Suspended(suspension.reason(), suspension.by(), suspension.at(), suspension.until());
        }
    }

    static UserAccount of(User user, Operator operator) {
        Account account = Account.of(user, operator);
        Origin origin = user.origin();
        Suspension suspension = user.suspension();
        return new UserAccount(
                user.id(),
                account.displayName(),
                account.email(),
                account.emailVerified(),
                account.role(),
                origin == null ? null : origin.issuer(),
                user.createdAt(),
                suspension == null ? null : Suspended.of(suspension));
    }

    static Rejection notFound() {
        return Rejection.of(ErrorCode.USER_NOT_FOUND, "There is no user with this id.");
    }
}
