package ai.jiga.store.security;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that say what they are good for, to this store alone: compact JWE (RFC 7516) under a key that never leaves it
/// (`dir`, A256GCM; RFC 7518, 4.5 and 5.3). Whoever holds one can neither read nor change it.
///
/// Thread-safe.
public final class SealedTokens {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    /// What is not sealed in this very way is not looked at either: no header chooses how it is opened.
    private static final String BEGINNING = HEADER.toBase64URL() + "..";

    /// Longer than any token of this store: nothing longer is looked at.
    private static final int LONGEST = 4_096;

    private final DirectEncrypter encrypter;
    private final DirectDecrypter decrypter;

    /// @param secret at least 16 bytes, the same on every node
    /// @param use what these tokens are for: of one secret, tokens of another use are none
    public SealedTokens(byte[] secret, String use) {
        SecretKey key = derived(secret, use);
        try {
            encrypter = new DirectEncrypter(key);
            decrypter = new DirectDecrypter(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /// One block of HKDF's expansion (RFC 5869, 2.3): 256 bits.
    private static SecretKey derived(byte[] secret, String use) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("the secret has at least 16 bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(mac.doFinal(new byte[] {1}), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /// Letters, digits, `-`, `_` and `.`, so that it may stand in a URL; a third longer than the text, and 62 more.
    public String seal(String text) {
        try {
            var token = new JWEObject(HEADER, new Payload(text));
            token.encrypt(encrypter);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /// What was sealed. Takes any text.
    public Optional<String> open(String token) {
        if (token.length() > LONGEST || !token.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            JWEObject sealed = JWEObject.parse(token);
            sealed.decrypt(decrypter);
            return Optional.of(sealed.getPayload().toString());
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }
}
