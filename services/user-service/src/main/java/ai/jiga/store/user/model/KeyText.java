package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.security.OpaqueTokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The text of a key: `jiga_live_`, `jiga_test_`, `jiga_pub_live_` or `jiga_pub_test_`, 32 random letters and digits
/// (190 bits), and 6 of a checksum (CRC-32 of all before it, as other vendors of keys have it). So a scanner for lost
/// secrets knows one when it sees it, and what was mistyped or made up is refused without a look at the documents.
///
/// @param value the whole: never logged, never stored
public record KeyText(ApiKey.Kind kind, ApiKey.Mode mode, String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    private static final int LAST = 4;
    private static final Pattern FORM = Pattern.compile("(jiga_(pub_)?(live|test)_)[0-9A-Za-z]{38}");

    static KeyText next(ApiKey.Kind kind, ApiKey.Mode mode, SecureRandom random) {
        var text = new StringBuilder(prefix(kind, mode));
        for (int i = 0; i < RANDOM; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new KeyText(kind, mode, text + checksum(text.toString()));
    }

    /// A new one, of the machine's best randomness.
    public static KeyText next(ApiKey.Kind kind, ApiKey.Mode mode) {
        return next(kind, mode, new SecureRandom());
    }

    /// Empty for what cannot be a key. Takes any text.
    public static Optional<KeyText> parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int end = text.length() - CHECKSUM;
        return checksum(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new KeyText(
                        match.group(2) == null ? ApiKey.Kind.SECRET : ApiKey.Kind.PUBLISHABLE,
                        match.group(3).equals("live") ? ApiKey.Mode.LIVE : ApiKey.Mode.TEST,
                        text))
                : Optional.empty();
    }

    /// Such as `jiga_pub_live_`.
    public static String prefix(ApiKey.Kind kind, ApiKey.Mode mode) {
        return Admission.ByKey.BEGINNING + (kind == ApiKey.Kind.PUBLISHABLE ? "pub_" : "") + mode.label() + "_";
    }

    /// What is stored instead of it.
    public String hash() {
        return OpaqueTokens.hash(value);
    }

    /// What its holder tells it from others by.
    public String lastFour() {
        return value.substring(value.length() - LAST);
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long left = crc.getValue();
        var digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM; i++) {
            digits.append(ALPHABET.charAt((int) (left % ALPHABET.length())));
            left /= ALPHABET.length();
        }
        return digits.reverse().toString();
    }

    @Override
    public String toString() {
        return prefix(kind, mode) + "..." + lastFour();
    }
}
