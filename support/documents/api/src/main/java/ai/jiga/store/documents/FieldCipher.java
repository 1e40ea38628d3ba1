package ai.jiga.store.documents;

/// Seals the fields that a collection declares as encrypted, with an authenticated cipher (AES-256-GCM). Every sealed
/// text is bound to where it lies, so that copying it to another document or field makes it unreadable.
///
/// Thread-safe.
public interface FieldCipher {
    /// @param place the document's path and the field, authenticated and not stored
    String encrypt(String plaintext, String place);

    /// @throws UnreadableFieldException when the text was changed or moved, or its key is gone
    String decrypt(String ciphertext, String place);
}
