package ai.jiga.store.session.media;

import java.nio.charset.StandardCharsets;

/// Bytes with a place in them. Whoever reads past the end learns it as the file's fault.
final class Bytes {
    private final byte[] all;
    private final int end;
    private int at;

    Bytes(byte[] all) {
        this(all, 0, all.length);
    }

    private Bytes(byte[] all, int from, int end) {
        this.all = all;
        this.at = from;
        this.end = end;
    }

    int left() {
        return end - at;
    }

    /// Whether these letters stand so far ahead.
    boolean has(int ahead, String letters) {
        byte[] wanted = letters.getBytes(StandardCharsets.ISO_8859_1);
        if (left() < ahead + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (all[at + ahead + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    int one() throws UnreadableMediaException {
        need(1);
        return all[at++] & 0xFF;
    }

    /// The least significant byte first.
    long little(int bytes) throws UnreadableMediaException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) one() << (8 * i);
        }
        return value;
    }

    /// The most significant byte first.
    long big(int bytes) throws UnreadableMediaException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | one();
        }
        return value;
    }

    void skip(long bytes) throws UnreadableMediaException {
        need(bytes);
        at += (int) bytes;
    }

    /// The next so many, which are passed over.
    Bytes take(long bytes) throws UnreadableMediaException {
        need(bytes);
        var part = new Bytes(all, at, at + (int) bytes);
        at += (int) bytes;
        return part;
    }

    byte[] rest() {
        return java.util.Arrays.copyOfRange(all, at, end);
    }

    private void need(long bytes) throws UnreadableMediaException {
        if (bytes < 0 || left() < bytes) {
            throw new UnreadableMediaException("ends in the middle of itself");
        }
    }
}
