package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.Scope;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Scope], as clients write it.
public enum ScopeWord {
    @JsonProperty("read:marketplace")
    READ_MARKETPLACE,
    @JsonProperty("hire")
    HIRE,
    @JsonProperty("sessions")
    SESSIONS,
    @JsonProperty("wallet:read")
    WALLET_READ,
    @JsonProperty("wallet:write")
    WALLET_WRITE,
    @JsonProperty("agents:read")
    AGENTS_READ,
    @JsonProperty("agents:write")
    AGENTS_WRITE,
    @JsonProperty("profile:read")
    PROFILE_READ,
    @JsonProperty("notifications")
    NOTIFICATIONS,
    @JsonProperty("players")
    PLAYERS;

    static @Nullable List<Scope> scopes(@Nullable List<ScopeWord> words) {
        return words == null
                ? null
                : words.stream().map(word -> Scope.valueOf(word.name())).toList();
    }
}
