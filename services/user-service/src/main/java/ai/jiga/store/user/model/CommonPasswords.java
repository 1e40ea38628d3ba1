package ai.jiga.store.user.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The passwords that are tried first (NIST SP 800-63B, 3.1.1.2): those of the list beside this class, its words with
/// figures and signs around them (`Summer-2026!`) or written in figures (`p4ssw0rd`), runs and repetitions, and the
/// account's own names.
public final class CommonPasswords {
    private static final String LIST = "common-passwords.txt";
    private static final Pattern NOT_LETTERS_AT_THE_ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final int FEWEST_DIFFERENT_CHARACTERS = 4;
    /// A name of three letters is in many a good password.
    private static final int SHORTEST_OWN_NAME = 4;

    private final Set<String> words;

    public CommonPasswords() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST)) {
            words = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param displayName of the account
    public boolean include(String password, EmailAddress email, String displayName) {
        String text = fold(password);
        String core = core(text);
        Predicate<String> guessed =
                word -> words.contains(word) || isOwn(word, email.mailbox()) || isOwn(word, displayName);
        return words.contains(text)
                || text.equals(email.value())
                || text.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
                || isRun(text)
                || guessed.test(core)
                || guessed.test(withoutFigures(core))
                || guessed.test(period(core));
    }

    private static boolean isOwn(String word, String name) {
        String own = core(fold(name));
        return own.length() >= SHORTEST_OWN_NAME && word.replace(" ", "").equals(own.replace(" ", ""));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static String core(String text) {
        return NOT_LETTERS_AT_THE_ENDS.matcher(text).replaceAll("");
    }

    /// `p4ssw0rd` is read as `password`.
    private static String withoutFigures(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char written = text.charAt(i);
            letters.append(
                    switch (written) {
                        case '0' -> 'o';
                        case '1', '!' -> 'i';
                        case '3' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> written;
                    });
        }
        return letters.toString();
    }

    /// `abcabcabc` is `abc` three times; a text that repeats nothing is its own period.
    private static String period(String text) {
        int again = (text + text).indexOf(text, 1);
        return again > 0 && again < text.length() ? text.substring(0, again) : text;
    }

    /// `abcdefghij`, `9876543210`: each character follows the one before.
    private static boolean isRun(String text) {
        int step = text.length() < 2 ? 0 : text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            int here = text.charAt(i) - text.charAt(i - 1);
            // On a keyboard and in ten characters, 0 follows 9.
            boolean wraps = (here == -9 && step == 1) || (here == 9 && step == -1);
            if (here != step && !wraps) {
                return false;
            }
        }
        return true;
    }
}
