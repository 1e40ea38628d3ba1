package ai.jiga.store.security;

/// Signs what a third party shall be able to check without asking the store: a compact JWS (RFC 7515) over a JSON
/// text, by ES256 with the newest of the store's keys. [SignatureVerifier] is the other half.
///
/// Thread-safe.
public final class Signer {
    private final SigningKeys keys;

    public Signer(SigningKeys keys) {
        this.keys = keys;
    }

    /// @param type what is signed, such as `receipt+jws`: put in the header, so that one kind is never taken
    ///     for another (RFC 8725, 3.11). Access tokens have a type of their own that is refused here.
    /// @param json the payload, signed to the letter
    public Signed sign(String type, String json) {
        if (type.equalsIgnoreCase(AccessTokens.TYPE)) {
            throw new IllegalArgumentException("access tokens are issued by AccessTokens alone");
        }
        var key = keys.newest();
        return new Signed(CompactJws.sign(key, type, json), key.getKeyID());
    }

    /// @param jws `header.payload.signature`
    /// @param keyId the `kid` of the key in the JWK set that verifies it
    public record Signed(String jws, String keyId) {}
}
