package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.Revocation;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyDay;
import ai.jiga.store.user.model.KeyHash;
import ai.jiga.store.user.model.KeyOrigins;
import ai.jiga.store.user.model.KeyText;
import ai.jiga.store.user.model.KeyUse;
import ai.jiga.store.user.model.KeyWish;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody makes keys of their account, changes and ends them. A change of what a key may do counts for
/// whatever it has opened, at once and on every node.
public final class KeepApiKeys {
    private final DocumentStore store;
    private final Revocations revocations;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Predicate<String> isNetwork;

    /// @param isNetwork whether a text is an address or a network in CIDR notation
    public KeepApiKeys(
            DocumentStore store,
            Revocations revocations,
            InstantSource clock,
            Supplier<String> ids,
            Predicate<String> isNetwork) {
        this.store = store;
        this.revocations = revocations;
        this.clock = clock;
        this.ids = ids;
        this.isNetwork = isNetwork;
    }

    /// Refused with INVALID_API_KEY or TOO_MANY_API_KEYS.
    public Outcome<KeyView> make(UserId owner, String name, ApiKey.Kind kind, ApiKey.Mode mode, KeyWish wish) {
        Instant now = clock.instant();
        KeyText text = KeyText.next(kind, mode);
        return wish.onTop(kind, null, isNetwork, now).then(power -> {
            ApiKey key = ApiKey.made(ids.get(), owner, name, text, power, now);
            return store.transact(tx -> {
                boolean there = tx.get(UserCollections.apiKey(key.id())).isPresent();
                // One of this id: this body ran before and its commit's answer was lost.
                if (!there && keysOf(tx, owner).size() >= ApiKey.MOST) {
                    return Outcome.rejected(
                            ErrorCode.TOO_MANY_API_KEYS,
                            "An account has at most " + ApiKey.MOST + " keys. Delete one that is not used any more.");
                }
                tx.set(UserCollections.apiKey(key.id()), key);
                tx.set(UserCollections.KEY_HASHES.id(text.hash()), new KeyHash(key.id(), null));
                keepOrigins(tx, key, now);
                return Outcome.done(KeyView.of(key, text, null));
            });
        });
    }

    private static void keepOrigins(Transaction tx, ApiKey key, Instant now) {
        if (key.kind() == ApiKey.Kind.PUBLISHABLE) {
            tx.set(
                    UserCollections.KEY_ORIGINS.id(key.id()),
                    new KeyOrigins(key.power().origins(), now, key.power().expiresAt()));
        }
    }

    /// The eldest first.
    public List<KeyView> list(UserId owner) {
        return store.snapshot(reader -> {
            List<ApiKey> keys = keysOf(reader, owner);
            Map<String, Instant> uses =
                    reader
                            .getAll(keys.stream()
                                    .map(key -> UserCollections.keyUse(key.id()))
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(
                                    Document::id, use -> use.value().lastUsedAt()));
            return keys.stream()
                    .map(key -> KeyView.of(key, null, uses.get(key.id())))
                    .toList();
        });
    }

    static List<ApiKey> keysOf(Reader reader, UserId owner) {
        return reader.query(UserCollections.API_KEYS
                        .query()
                        .where("userId")
                        .is(owner.value())
                        .ascending("createdAt")
                        .limit(ApiKey.MOST))
                .values();
    }

    /// Refused with API_KEY_NOT_FOUND or INVALID_API_KEY.
    ///
    /// @param name null: as it is
    public Outcome<KeyView> change(UserId owner, String id, @Nullable String name, KeyWish wish) {
        Instant now = clock.instant();
        return store.transact(tx -> own(tx, owner, id).then(key -> {
            Instant used = lastUse(tx, id);
            return wish.onTop(key.kind(), key.power(), isNetwork, now).map(power -> {
                ApiKey after = key.changed(name == null ? key.name() : name, power, now);
                tx.set(UserCollections.apiKey(id), after);
                if (after.revision() != key.revision()) {
                    revocations.write(tx, Revocation.ofKey(owner, id, after.revision(), now));
                    keepOrigins(tx, after, now);
                }
                return KeyView.of(after, null, used);
            });
        }));
    }

    /// A new text; those before are good for a day from their replacement. Refused with API_KEY_NOT_FOUND.
    public Outcome<KeyView> rotate(UserId owner, String id) {
        Instant now = clock.instant();
        return store.transact(tx -> own(tx, owner, id).map(key -> {
            Instant used = lastUse(tx, id);
            KeyText text = KeyText.next(key.kind(), key.mode());
            ApiKey after = key.rotated(text, now);
            tx.set(UserCollections.apiKey(id), after);
            tx.set(UserCollections.KEY_HASHES.id(text.hash()), new KeyHash(id, null));
            tx.set(UserCollections.KEY_HASHES.id(key.secret().hash()), new KeyHash(id, now.plus(ApiKey.BOTH_GOOD)));
            key.retired().stream()
                    .filter(before -> !after.retired().contains(before))
                    .forEach(ended -> tx.delete(
                            UserCollections.KEY_HASHES.id(ended.secret().hash())));
            if (after.revision() != key.revision()) {
                revocations.write(tx, Revocation.ofKey(owner, id, after.revision(), now));
            }
            return KeyView.of(after, text, used);
        }));
    }

    /// Refused with API_KEY_NOT_FOUND.
    public Outcome<ApiKey> delete(UserId owner, String id) {
        Instant now = clock.instant();
        return store.transact(tx -> own(tx, owner, id).map(key -> {
            remove(tx, key, revocations, now);
            return key;
        }));
    }

    /// With all that it opened. Writes a document for each of its texts, and three more.
    static void remove(Transaction tx, ApiKey key, Revocations revocations, Instant now) {
        tx.delete(UserCollections.apiKey(key.id()));
        tx.delete(UserCollections.KEY_ORIGINS.id(key.id()));
        tx.delete(UserCollections.KEY_HASHES.id(key.secret().hash()));
        key.retired()
                .forEach(before ->
                        tx.delete(UserCollections.KEY_HASHES.id(before.secret().hash())));
        revocations.write(tx, Revocation.ofKeyThatIsGone(key.userId(), key.id(), now));
    }

    /// Day by day, the latest first. Refused with API_KEY_NOT_FOUND.
    public Outcome<Page<DayOfUse>> use(UserId owner, String id, int limit, @Nullable String after) {
        return own(store, owner, id).map(key -> {
            Results<KeyDay> days = store.query(UserCollections.KEY_DAYS
                    .query(UserCollections.keyUse(id))
                    .descending("day")
                    .limit(limit)
                    .startAfter(after == null ? null : new Cursor(after)));
            Cursor next = days.next();
            return new Page<>(
                    days.values().stream()
                            .map(day -> new DayOfUse(day.day(), day.requests(), day.dofSpent()))
                            .toList(),
                    next == null ? null : next.token());
        });
    }

    /// @param day such as `2026-11-29`, UTC
    /// @param requests how many came with the key, a minute late at most
    /// @param dofSpent what was paid in its name; DOF_TEST is not counted
    public record DayOfUse(String day, long requests, long dofSpent) {}

    private static @Nullable Instant lastUse(Transaction tx, String id) {
        return tx.get(UserCollections.keyUse(id))
                .map(Document::value)
                .map(KeyUse::lastUsedAt)
                .orElse(null);
    }

    private static Outcome<ApiKey> own(Reader reader, UserId owner, String id) {
        Optional<ApiKey> key = isId(id)
                ? reader.get(UserCollections.apiKey(id))
                        .map(Document::value)
                        .filter(found -> found.userId().equals(owner))
                : Optional.empty();
        return key.map(Outcome::done)
                .orElseGet(() ->
                        Outcome.rejected(Rejection.of(ErrorCode.API_KEY_NOT_FOUND, "You have no key with this id.")));
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,128}");
    }
}
