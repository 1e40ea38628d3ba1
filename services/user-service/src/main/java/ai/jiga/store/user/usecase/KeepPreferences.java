package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Preferences;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.UserPreferences;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Versioned;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user reads and replaces how the store shall be.
public final class KeepPreferences {
    private final DocumentStore store;
    private final InstantSource clock;

    public KeepPreferences(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param version 0 while nothing was ever set
    /// @param updatedAt absent while nothing was ever set
    public record PreferencesView(
            String language,
            String theme,
            Preferences.Notifications notifications,
            List<String> favoriteGames,
            long version,
            @Nullable Instant updatedAt)
            implements Versioned {}

    public PreferencesView read(UserId id) {
        return view(store.get(UserCollections.preferences(id)).map(Document::value));
    }

    /// Replaces all of them: what is null is as by default. Refused with PRECONDITION_FAILED, or with INVALID_TOKEN
    /// when the account is gone.
    public Outcome<PreferencesView> replace(UserId id, Preferences wish, IfMatch condition) {
        Instant now = clock.instant();
        var ref = UserCollections.preferences(id);
        return store.transact(tx -> {
            if (tx.get(UserCollections.user(id)).isEmpty()) {
                return Outcome.rejected(Account.gone());
            }
            Optional<UserPreferences> before = tx.get(ref).map(Document::value);
            if (before.filter(b -> b.preferences().equals(wish)).isPresent()) {
                return Outcome.done(view(before));
            }
            return condition
                    .check(before.map(UserPreferences::version).orElse(0L))
                    .map(version -> {
                        var changed = new UserPreferences(wish, version + 1, now);
                        tx.set(ref, changed);
                        return view(Optional.of(changed));
                    });
        });
    }

    private static PreferencesView view(Optional<UserPreferences> kept) {
        Preferences preferences = kept.map(UserPreferences::preferences).orElse(Preferences.DEFAULTS);
        return new PreferencesView(
                preferences.language(),
                preferences.theme(),
                preferences.notifications(),
                preferences.favoriteGames(),
                kept.map(UserPreferences::version).orElse(0L),
                kept.map(UserPreferences::updatedAt).orElse(null));
    }
}
