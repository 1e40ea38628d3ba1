package ai.jiga.store.documents.testkit;

import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.UnreadableFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A cipher that hides nothing and remembers what it was asked, so that tests see where an engine calls it.
public final class ReadableCipher implements FieldCipher {
    private final List<String> encrypted = new CopyOnWriteArrayList<>();

    @Override
    public String encrypt(String plaintext, String place) {
        encrypted.add(place);
        return "sealed:"
                + Base64.getEncoder().encodeToString((place + "\n" + plaintext).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decrypt(String ciphertext, String place) {
        if (!ciphertext.startsWith("sealed:")) {
            throw new UnreadableFieldException("not sealed", new IllegalArgumentException(ciphertext));
        }
        String text = new String(
                Base64.getDecoder().decode(ciphertext.substring("sealed:".length())), StandardCharsets.UTF_8);
        if (!text.startsWith(place + "\n")) {
            throw new UnreadableFieldException("sealed for another place", new IllegalArgumentException(place));
        }
        return text.substring(place.length() + 1);
    }

    public List<String> placesEncrypted() {
        return encrypted;
    }
}
