package ai.jiga.store.user.usecase;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Caller.Role;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.Suspension;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operator keeps a user out, and lets them in again. What was open closes: sign-ins, keys, and the
/// tokens of players that they made. Nothing else of theirs changes: their listings have a state of their
/// own, and their DOF are theirs.
public final class SuspendUser {
    private final DocumentStore store;
    private final EndSignIns ends;
    private final AuditLog audit;
    private final Operator operator;
    private final InstantSource clock;

    public SuspendUser(DocumentStore store, EndSignIns ends, AuditLog audit, Operator operator, InstantSource clock) {
        this.store = store;
        this.ends = ends;
        this.audit = audit;
        this.operator = operator;
        this.clock = clock;
    }

    /// One who is suspended already is so for this reason from now on. Refused with USER_NOT_FOUND, OPERATORS_ACCOUNT,
    /// or VALIDATION_FAILED when it would be over before it begins.
    ///
    /// @param until null: until an operator says so
    public Outcome<UserAccount> suspend(UserId by, UserId id, String reason, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            return Outcome.rejected(ErrorCode.VALIDATION_FAILED, "'until' is in the past: nothing was done.");
        }
        AuditLog.Deed deed = audit.deed(by, "user.suspend", id.value(), reason);
        return store.transact(tx -> found(tx, id).then(user -> {
            if (operator.roleOf(user) == Role.ADMIN) {
                return Outcome.rejected(
                        ErrorCode.OPERATORS_ACCOUNT,
                        "This is the operator's account, which the store's configuration names: it is not suspended.");
            }
            var suspension = new Suspension(reason, by, now, until);
            if (suspension.equals(user.suspension())) {
                // This body ran before and its commit's answer was lost.
                return Outcome.done(UserAccount.of(user, operator));
            }
            User out = user.signedOutEverywhere(now).withSuspension(suspension);
            ends.endAllWithKeys(tx, out, now);
            deed.done(tx, word(user, now), word(out, now));
            return Outcome.done(UserAccount.of(out, operator));
        }));
    }

    /// One who is in stays in. Refused with USER_NOT_FOUND.
    public Outcome<UserAccount> restore(UserId by, UserId id, String reason) {
        Instant now = clock.instant();
        AuditLog.Deed deed = audit.deed(by, "user.restore", id.value(), reason);
        return store.transact(tx -> found(tx, id).map(user -> {
            if (user.suspension() == null) {
                return UserAccount.of(user, operator);
            }
            User in = user.withSuspension(null);
            ends.letKeysIn(tx, in, now);
            deed.done(tx, word(user, now), word(in, now));
            return UserAccount.of(in, operator);
        }));
    }

    private static Outcome<User> found(Transaction tx, UserId id) {
        Optional<User> user = tx.get(UserCollections.user(id)).map(Document::value);
        return user.map(Outcome::done).orElseGet(() -> Outcome.rejected(UserAccount.notFound()));
    }

    private static String word(User user, Instant now) {
        Suspension suspension = user.suspension();
        if (suspension == null || !user.isSuspended(now)) {
            return "in";
        }
        return suspension.until() == null ? "suspended" : "suspended until " + suspension.until();
    }

    /// To whoever knows the password of an account that is suspended.
    static Rejection refusal(User user) {
        Suspension suspension = user.suspension();
        String reason = suspension == null ? "" : suspension.reason();
        Instant until = suspension == null ? null : suspension.until();
        var refused = Rejection.of(
                        ErrorCode.ACCOUNT_SUSPENDED,
                        "This account is suspended" + (until == null ? "" : " until " + until) + ": " + reason)
                .with("reason", reason);
        return until == null ? refused : refused.with("until", until);
    }
}
