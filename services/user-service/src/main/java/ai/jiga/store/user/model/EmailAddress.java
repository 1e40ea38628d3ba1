package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.security.OpaqueTokens;
import com.ibm.icu.text.IDNA;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address in the one form in which it is compared and kept: lower case, the domain in ASCII by UTS 46,
/// non-transitional, as browsers and registries have it: `straße` and `strasse` are two domains, with two owners.
/// Mail systems may tell `Ann@` from `ann@`; people do not, and two accounts that look alike are a trap. What stands
/// before the `@` is ASCII: hardly a mailbox is named otherwise (RFC 6531), and a letter of another script that looks
/// the same would be such a trap.
///
/// Dots and `+tags` stay as they are: what they mean is the affair of whoever runs the mailbox.
///
/// @param value at most 254 characters (RFC 5321 with its erratum 1690)
/// @param former the form that it had while domains were read by IDNA 2003, which took `ß` for `ss`: mostly the
///     same. Accounts of that time are found by it
public record EmailAddress(String value, String former) {
    /// What is wrong with a field `email` that holds none.
    public static final Rejection.FieldError NOT_ONE =
            new Rejection.FieldError("email", "is not an e-mail address, such as 'ann@example.com'", "EMAIL");

    private static final int MOST_CHARACTERS = 254;
    /// As HTML's `input type=email` has it, with a dot in the domain.
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);
    /// Where hyphens may stand, [#FORM] says; two of them in third place are in names that are in use.
    private static final Set<IDNA.Error> NO_FAULT = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    /// No letter goes to them: a dot stands between two other characters (RFC 5321, `Dot-string`).
    private static final Pattern MISPLACED_DOTS = Pattern.compile("^\\.|\\.\\.|\\.@");

    public EmailAddress(String value) {
        this(value, value);
    }

    /// Empty unless the text is an address.
    public static Optional<EmailAddress> parse(@Nullable String text) {
        return Parts.of(text)
                .flatMap(EmailAddress::of)
                .filter(address -> !MISPLACED_DOTS.matcher(address.value()).find());
    }

    /// The address that an account may be kept under: as [#parse] reads it, or, where it refuses what it used to take,
    /// as it used to.
    public static Optional<EmailAddress> ofAccount(@Nullable String text) {
        return parse(text)
                .or(() -> Parts.of(text)
                        .flatMap(
                                parts -> former(parts.mailbox(), parts.domain()).map(EmailAddress::new)));
    }

    private static Optional<EmailAddress> of(Parts parts) {
        var ascii = new StringBuilder();
        var found = new IDNA.Info();
        DOMAINS.nameToASCII(parts.domain(), ascii, found);
        if (!NO_FAULT.containsAll(found.getErrors())) {
            return Optional.empty();
        }
        return wellFormed(parts.mailbox() + "@" + ascii).map(value -> {
            // From the domain's letters, so that it is the same however the domain was written.
            var letters = new StringBuilder();
            DOMAINS.nameToUnicode(ascii, letters, new IDNA.Info());
            return new EmailAddress(
                    value, former(parts.mailbox(), letters.toString()).orElse(value));
        });
    }

    private static Optional<String> former(String mailbox, String domain) {
        try {
            return wellFormed((mailbox + "@" + IDN.toASCII(domain)).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static Optional<String> wellFormed(String address) {
        return Optional.of(address)
                .filter(value ->
                        value.length() <= MOST_CHARACTERS && FORM.matcher(value).matches());
    }

    private record Parts(String mailbox, String domain) {
        static Optional<Parts> of(@Nullable String text) {
            if (text == null || text.length() > MOST_CHARACTERS) {
                return Optional.empty();
            }
            String stripped = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
            int at = stripped.lastIndexOf('@');
            return at < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Parts(stripped.substring(0, at).toLowerCase(Locale.ROOT), stripped.substring(at + 1)));
        }
    }

    /// Names the documents of this address: one that says it to nobody who reads document ids, and fits into one.
    public String documentId() {
        return OpaqueTokens.hash(value);
    }

    /// The same for the form of before.
    public String formerDocumentId() {
        return OpaqueTokens.hash(former);
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
