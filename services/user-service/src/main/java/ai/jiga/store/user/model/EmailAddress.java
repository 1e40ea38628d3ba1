package ai.jiga.store.user.model;

import ai.jiga.store.security.OpaqueTokens;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address in the one form in which it is compared and kept: lower case, the domain in ASCII (RFC 5890).
/// Mail systems may tell `Ann@` from `ann@`; people do not, and two accounts that look alike are a trap.
///
/// Dots and `+tags` stay as they are: what they mean is the affair of whoever runs the mailbox.
///
/// @param value at most 254 characters (RFC 5321 with its erratum 1690)
public record EmailAddress(String value) {
    private static final int MOST_CHARACTERS = 254;
    /// As HTML's `input type=email` has it, with a dot in the domain.
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    /// Empty unless the text is an address.
    public static Optional<EmailAddress> parse(@Nullable String text) {
        if (text == null || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(stripped.substring(at + 1));
            String value = (stripped.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
            return value.length() <= MOST_CHARACTERS && FORM.matcher(value).matches()
                    ? Optional.of(new EmailAddress(value))
                    : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /// Names the documents of this address: one that says it to nobody who reads document ids, and fits into one.
    public String documentId() {
        return OpaqueTokens.hash(value);
    }

    /// What stands before the `@`.
    public String mailbox() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
