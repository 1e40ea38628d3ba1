package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.TextKey;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Operators find users: by address, by id, or by the beginning of a name.
public final class FindUsers {
    /// Comes after every text that begins with what stands before it.
    private static final String LAST = "\uf8ff";

    private final DocumentStore store;
    private final Operator operator;

    public FindUsers(DocumentStore store, Operator operator) {
        this.store = store;
        this.operator = operator;
    }

    /// Without a text, the newest first; else who has the address or the id, or those whose name begins so, by name.
    public Page<UserAccount> find(@Nullable String text, int limit, @Nullable String cursor) {
        if (text == null || text.isBlank()) {
            return page(UserCollections.USERS.query().descending("createdAt"), limit, cursor);
        }
        Optional<User> one = byAddress(text).or(() -> byId(text));
        if (one.isPresent()) {
            return new Page<>(List.of(account(one.get())), null);
        }
        String key = TextKey.of(text);
        Query<User> named = UserCollections.USERS.query().where("nameKey").atLeast(key);
        return page(named.where("nameKey").lessThan(key + LAST).ascending("nameKey"), limit, cursor);
    }

    private Page<UserAccount> page(Query<User> query, int limit, @Nullable String cursor) {
        Results<User> found = store.query(query.limit(limit).startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values().stream().map(this::account).toList(), next == null ? null : next.token());
    }

    private Optional<User> byAddress(String text) {
        return EmailAddress.ofAccount(text)
                .flatMap(address -> Accounts.holder(store, address))
                .flatMap(this::user);
    }

    private Optional<User> byId(String text) {
        try {
            return user(UserId.of(text.strip()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /// Refused with USER_NOT_FOUND.
    public Outcome<UserAccount> one(UserId id) {
        return user(id).map(user -> Outcome.done(account(user)))
                .orElseGet(() -> Outcome.rejected(UserAccount.notFound()));
    }

    public static Rejection notFound() {
        return UserAccount.notFound();
    }

    private Optional<User> user(UserId id) {
        return store.get(UserCollections.user(id)).map(Document::value);
    }

    private UserAccount account(User user) {
        return UserAccount.of(user, operator);
    }
}
