package ai.jiga.store.documents.firestore;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// How ids are spelled in Firestore. Ids that begin with a UUIDv7 rise with time, and Firestore takes some 500 writes a
/// second to neighbouring keys, so they get two hex digits of a hash before them, `a7~0190...`: 256 places to write to.
/// The few names that Firestore refuses, and those that look as if they had such a prefix, get `=~`.
///
/// `infrastructure/firestore/firestore.rules` strips the same prefixes.
final class StoredId {
    private static final Pattern RISING =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}.*", Pattern.DOTALL);
    private static final Pattern PREFIXED = Pattern.compile("([0-9a-f]{2}|=)~.*", Pattern.DOTALL);
    private static final Pattern REFUSED = Pattern.compile("\\.|\\.\\.|__.*__", Pattern.DOTALL);
    private static final int HASH_PREFIX = 3;
    private static final int ESCAPE_PREFIX = 2;
    /// 2^64 divided by the golden ratio (Knuth, TAOCP 6.4).
    private static final long SPREADING = 0x9E3779B97F4A7C15L;

    private StoredId() {}

    static String of(String id) {
        if (RISING.matcher(id).matches()) {
            var crc = new CRC32C();
            crc.update(id.getBytes(StandardCharsets.UTF_8));
            // A CRC alone keeps the structure of ids that differ in a few digits.
            return HexFormat.of().toHexDigits((byte) ((crc.getValue() * SPREADING) >>> 56)) + "~" + id;
        }
        return PREFIXED.matcher(id).matches() || REFUSED.matcher(id).matches() ? "=~" + id : id;
    }

    static String plain(String stored) {
        if (!PREFIXED.matcher(stored).matches()) {
            return stored;
        }
        return stored.substring(stored.startsWith("=") ? ESCAPE_PREFIX : HASH_PREFIX);
    }

    /// `agents/a1/versions/3` with every id spelled as stored; `""` stays `""`.
    static String path(String path) {
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i += 2) {
            segments[i] = of(segments[i]);
        }
        return String.join("/", segments);
    }

    /// The reverse of [#path].
    static String plainPath(String stored) {
        String[] segments = stored.split("/", -1);
        for (int i = 1; i < segments.length; i += 2) {
            segments[i] = plain(segments[i]);
        }
        return String.join("/", segments);
    }
}
