package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.security.VerifiedTokens;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyText;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Keys of accounts as tokens. What a key may do is remembered for as long as a revocation is kept, so that a request
/// costs no look at the documents; a change of it is heard of by every node, see
/// [ai.jiga.store.revocation.Revocations].
///
/// Thread-safe.
public final class AcceptedKeys implements TokenVerifier {
    private static final String ROLE = "user";
    private static final int REMEMBERED = 10_000;

    private final DocumentStore store;
    private final EndedSignIns ended;
    private final CountKeyUse uses;
    private final InstantSource clock;
    private final VerifiedTokens known = new VerifiedTokens(REMEMBERED);

    public AcceptedKeys(DocumentStore store, EndedSignIns ended, CountKeyUse uses, InstantSource clock) {
        this.store = store;
        this.ended = ended;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        Optional<VerifiedToken> verified =
                KeyText.parse(token).flatMap(text -> remembered(text).or(() -> read(text)));
        verified.ifPresent(key -> uses.used(((Admission.ByKey) key.admission()).keyId()));
        return verified;
    }

    @Override
    public Optional<VerifiedToken> verifyAtOnce(String token) {
        return KeyText.parse(token)
                .flatMap(text -> known.get(text.hash(), clock.instant()))
                .filter(key -> !ended.includeAtOnce(UserId.of(key.subject()), key.admission()));
    }

    private Optional<VerifiedToken> remembered(KeyText text) {
        return known.get(text.hash(), clock.instant())
                .filter(key -> !ended.include(UserId.of(key.subject()), key.admission()));
    }

    private Optional<VerifiedToken> read(KeyText text) {
        Instant now = clock.instant();
        String hash = text.hash();
        Optional<ApiKey> key = store.snapshot(reader -> reader.get(UserCollections.KEY_HASHES.id(hash))
                .map(Document::value)
                .flatMap(found -> reader.get(UserCollections.apiKey(found.keyId())))
                .map(Document::value));
        return key.filter(found -> found.isGood(hash, now) && isIn(found.userId(), now))
                .map(found -> {
                    var verified =
                            new VerifiedToken(found.holder().value(), ROLE, found.admission(), until(found, hash, now));
                    known.put(hash, verified);
                    return verified;
                });
    }

    private boolean isIn(UserId owner, Instant now) {
        return store.get(UserCollections.user(owner))
                .filter(user -> !user.value().isSuspended(now))
                .isPresent();
    }

    /// When to look again: at the text's end, and before a change of the key may be forgotten.
    private static Instant until(ApiKey key, String hash, Instant now) {
        return Stream.of(
                        Stream.of(now.plus(AccessTokens.LIFETIME)),
                        Stream.ofNullable(key.power().expiresAt()),
                        key.retired().stream()
                                .filter(before -> before.secret().hash().equals(hash))
                                .map(ApiKey.Retired::until))
                .flatMap(ends -> ends)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
