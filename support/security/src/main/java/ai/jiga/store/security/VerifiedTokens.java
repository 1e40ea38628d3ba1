package ai.jiga.store.security;

import ai.jiga.store.security.TokenVerifier.VerifiedToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tokens whose signature was checked before, by their hash. The least recently used one makes room.
///
/// Thread-safe.
public final class VerifiedTokens {
    private final Map<String, VerifiedToken> byHash;

    /// @param most how many are remembered
    public VerifiedTokens(int most) {
        byHash = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, VerifiedToken> eldest) {
                return size() > most;
            }
        };
    }

    /// Empty once it has expired.
    public synchronized Optional<VerifiedToken> get(String hash, Instant now) {
        VerifiedToken token = byHash.get(hash);
        if (token == null) {
            return Optional.empty();
        }
        if (!now.isBefore(token.expiresAt())) {
            byHash.remove(hash);
            return Optional.empty();
        }
        return Optional.of(token);
    }

    public synchronized void put(String hash, VerifiedToken token) {
        byHash.put(hash, token);
    }

    synchronized int size() {
        return byHash.size();
    }
}
