package ai.jiga.store.access;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Scope;
import java.util.Optional;

/// Whether what a caller came with is good for an operation. Whoever came as themselves passes: what they may, the
/// operation's own rules say.
public final class Access {
    private final AccessTable table;

    public Access(AccessTable table) {
        this.table = table;
    }

    /// Refused with SCOPE_MISSING or NOT_FOR_KEYS.
    ///
    /// @throws IllegalStateException when the operation has no row: a defect, which a test finds
    public Optional<Rejection> refusal(Caller caller, String operation) {
        if (!(caller instanceof Caller.User user)) {
            return Optional.empty();
        }
        Optional<Rejection> byAdmission = switch (user.admission()) {
            case Admission.ByKey key -> ofKey(key, row(operation));
            case Admission.AsPlayer player ->
                row(operation).forPlayers()
                        ? Optional.empty()
                        : Optional.of(Rejection.of(
                                ErrorCode.NOT_FOR_KEYS,
                                "A player's token of a studio is not good for this: it takes a sign-in of the player's"
                                        + " own."));
            case null, default -> Optional.empty();
        };
        return byAdmission.or(() -> user.id().isTest() && !row(operation).inTest()
                ? Optional.of(Rejection.of(
                        ErrorCode.NOT_FOR_KEYS,
                        "There is nothing of this in test: test keys hire, talk and pay with DOF_TEST, and leave no"
                                + " other trace."))
                : Optional.empty());
    }

    /// Whether the caller is shown what everybody is shown: a key of a scope that says nothing of one's own
    /// agents does not find one's drafts and their settings beside them.
    public boolean isAnybody(Caller caller, String operation) {
        return caller instanceof Caller.User user
                && user.admission() instanceof Admission.ByKey key
                && row(operation).who() == AccessRow.Who.EVERYBODY
                && !key.scopes().contains(Scope.AGENTS_READ);
    }

    private AccessRow row(String operation) {
        return table.of(operation)
                .orElseThrow(() -> new IllegalStateException("access.csv has no row for " + operation));
    }

    private static Optional<Rejection> ofKey(Admission.ByKey key, AccessRow row) {
        if (!row.forKeys()) {
            return Optional.of(Rejection.of(
                    ErrorCode.NOT_FOR_KEYS, "No key is good for this: it takes a sign-in of the account's owner."));
        }
        Scope scope = row.scope();
        return scope == null || key.scopes().contains(scope)
                ? Optional.empty()
                : Optional.of(Rejection.of(
                                ErrorCode.SCOPE_MISSING,
                                "This takes the scope '" + scope.label()
                                        + "', which the key has not. Add it to the key," + " or use another one.")
                        .with("scope", scope.label()));
    }
}
