package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.Scope;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key, as its owner sees it.
///
/// @param key the whole text: in the answer that makes it, and never again
/// @param prefix what the text begins with
/// @param lastFour what it ends with
/// @param lastUsedAt to the minute, and a minute late at most
/// @param previousUntil until when the text before is good too
public record KeyView(
        String id,
        String name,
        ApiKey.Kind kind,
        ApiKey.Mode mode,
        @Nullable String key,
        String prefix,
        String lastFour,
        List<String> scopes,
        List<String> allowedOrigins,
        List<String> allowedAddresses,
        @Nullable Instant expiresAt,
        ApiKey.@Nullable Limits budgets,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant previousUntil) {
    static KeyView of(ApiKey key, @Nullable KeyText text, @Nullable Instant lastUsedAt) {
        ApiKey.Power power = key.power();
        return new KeyView(
                key.id(),
                key.name(),
                key.kind(),
                key.mode(),
                text == null ? null : text.value(),
                KeyText.prefix(key.kind(), key.mode()),
                key.secret().lastFour(),
                power.scopes().stream().map(Scope::label).sorted().toList(),
                power.origins(),
                power.networks(),
                power.expiresAt(),
                power.budget(),
                key.createdAt(),
                lastUsedAt,
                key.retired().isEmpty() ? null : key.retired().getFirst().until());
    }

    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }
}
