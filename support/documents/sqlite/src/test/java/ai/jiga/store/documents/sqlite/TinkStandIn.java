package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.FieldCipher;

/// Leaves texts as they are, for tests that are about something else.
final class TinkStandIn implements FieldCipher {
    @Override
    public String encrypt(String plaintext, String place) {
        return plaintext;
    }

    @Override
    public String decrypt(String ciphertext, String place) {
        return ciphertext;
    }
}
