package ai.jiga.store.search.algolia;

import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.Sort;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/// How many hits of an order have been read: Algolia cannot go on behind a hit. The checksum tells a cursor
/// from a slip; who must not forge one is told by the signature that the store puts around it.
///
/// @param needed the words that were needed so far, and will be
record OffsetCursor(int offset, int needed) {
    private static final byte FORMAT = 3;
    private static final int LENGTH = 1 + 3 * Integer.BYTES;

    String of(Sort sort) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH + Integer.BYTES)
                .put(FORMAT)
                .putInt(fingerprint(sort))
                .putInt(offset)
                .putInt(needed);
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws InvalidCursorException when it is not a cursor of this order
    static OffsetCursor read(Sort sort, String cursor) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        if (bytes.remaining() != LENGTH + Integer.BYTES
                || bytes.getInt(LENGTH) != checksum(bytes.array())
                || bytes.get() != FORMAT
                || bytes.getInt() != fingerprint(sort)) {
            throw new InvalidCursorException();
        }
        return new OffsetCursor(bytes.getInt(), bytes.getInt());
    }

    private static int fingerprint(Sort sort) {
        return checksum(sort.toString().getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    private static int checksum(byte[] cursor) {
        return checksum(cursor, LENGTH);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, Math.min(length, bytes.length));
        return (int) checksum.getValue();
    }
}
