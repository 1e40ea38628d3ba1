package ai.jiga.store.session.media;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// WebM with one track of Opus, as browsers record it (RFC 8794, RFC 9559). Durations and time stamps in it are what
/// its writer says; what is played are its packets, so these are counted.
final class Webm {
    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAE;
    private static final long CODEC = 0x86;
    private static final long ENCODINGS = 0x6D80;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final long UNKNOWN = -1;
    private static final int LACED = 0x06;

    private int tracks;
    private @Nullable String codec;
    private @Nullable String type;
    private long samples;

    private Webm() {}

    static long micros(byte[] file) throws UnreadableMediaException {
        var reading = new Webm();
        reading.elements(new Bytes(file));
        if (!"webm".equals(reading.type) || reading.tracks != 1 || !"A_OPUS".equals(reading.codec)) {
            throw new UnreadableMediaException("is not WebM with one track, of Opus");
        }
        return reading.samples * 1_000_000 / Opus.SAMPLES_PER_SECOND;
    }

    /// Containers are gone into and all else is passed over, so that those without a length, as a browser writes them
    /// while it records, need no care of their own.
    private void elements(Bytes in) throws UnreadableMediaException {
        while (in.left() > 0) {
            long id = number(in, true);
            long size = number(in, false);
            if (id == TRACK) {
                tracks++;
            }
            if (id == EBML || id == SEGMENT || id == TRACKS || id == TRACK || id == CLUSTER || id == BLOCK_GROUP) {
                continue;
            }
            if (size == UNKNOWN || id == ENCODINGS) {
                throw new UnreadableMediaException("is written in a way that is not read here");
            }
            Bytes content = in.take(size);
            if (id == DOC_TYPE) {
                type = new String(content.rest(), StandardCharsets.ISO_8859_1).replace("\0", "");
            } else if (id == CODEC) {
                codec = new String(content.rest(), StandardCharsets.ISO_8859_1).replace("\0", "");
            } else if (id == SIMPLE_BLOCK || id == BLOCK) {
                block(content);
            }
        }
    }

    private void block(Bytes content) throws UnreadableMediaException {
        number(content, false);
        content.skip(2);
        if ((content.one() & LACED) != 0) {
            throw new UnreadableMediaException("has laced blocks, which are not read here");
        }
        samples += Opus.samples(content);
    }

    /// A number of variable length (RFC 8794, 4): zeros ahead say how many bytes follow.
    ///
    /// @param whole whether the marker belongs to it, as in an id
    private static long number(Bytes in, boolean whole) throws UnreadableMediaException {
        int first = in.one();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > (whole ? 3 : 7)) {
            throw new UnreadableMediaException("holds what is no element");
        }
        long mask = whole ? first : first & (0x7F >> more);
        long value = mask << (8 * more) | in.big(more);
        return !whole && value == (1L << (7 * (more + 1))) - 1 ? UNKNOWN : value;
    }
}
