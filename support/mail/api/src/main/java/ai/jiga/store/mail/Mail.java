package ai.jiga.store.mail;

import java.time.Instant;

/// A letter of plain text. Its text may open an account: it is never logged.
///
/// @param id one for each letter, also when it is sent again; of letters, digits and `-`
/// @param to one address (RFC 5321), in ASCII
/// @param language of the text, a BCP 47 tag
/// @param text lines of up to 998 bytes, each ended by `\n`
public record Mail(String id, Instant at, String to, String language, String subject, String text) {
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
