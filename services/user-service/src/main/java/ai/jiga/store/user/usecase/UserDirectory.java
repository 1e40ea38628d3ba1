package ai.jiga.store.user.usecase;

import ai.jiga.store.contracts.user.UserView;
import ai.jiga.store.contracts.user.Users;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.util.Optional;

/// Finds users, for themselves and for other services.
public final class UserDirectory implements Users {
    /// The platform is in no document: it has no password, cannot sign in, and is there before anything is seeded. Its
    /// address lies in the domain that never exists (RFC 2606).
    private static final UserView SYSTEM = new UserView(UserId.SYSTEM, "JIGA Store", "system@jiga.invalid");

    private final DocumentStore store;
    private final Operator operator;

    public UserDirectory(DocumentStore store, Operator operator) {
        this.store = store;
        this.operator = operator;
    }

    @Override
    public Optional<UserView> find(UserId id) {
        return id.equals(UserId.SYSTEM)
                ? Optional.of(SYSTEM)
                : user(id).map(user -> new UserView(user.id(), user.profile().displayName(), user.email()));
    }

    /// Refused with INVALID_TOKEN when the account is gone.
    public Outcome<Account> account(UserId id) {
        return user(id).map(user -> Outcome.done(Account.of(user, operator)))
                .orElseGet(() -> Outcome.rejected(Account.gone()));
    }

    private Optional<User> user(UserId id) {
        return store.get(UserCollections.user(id)).map(Document::value);
    }
}
