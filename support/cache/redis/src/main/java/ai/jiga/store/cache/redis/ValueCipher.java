package ai.jiga.store.cache.redis;

/// Seals the values of confidential caches, with an authenticated cipher, bound to where they lie. All
/// processes of a store have the same keys.
public interface ValueCipher {
    /// @param place authenticated and not stored
    String encrypt(String plaintext, String place);

    /// @throws RuntimeException when the text was changed or moved, or its key is gone
    String decrypt(String ciphertext, String place);
}
