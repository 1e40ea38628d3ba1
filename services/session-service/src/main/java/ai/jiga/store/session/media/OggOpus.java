package ai.jiga.store.session.media;

import java.io.ByteArrayOutputStream;

/// Ogg with Opus inside (RFC 3533, RFC 7845).
final class OggOpus {
    private static final int CONTINUED = 1;
    private static final int FULL = 255;
    private static final int HEADERS = 2;

    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private long packets;
    private long skip;
    private long samples;
    private long onLastPage;
    private long granule;

    private OggOpus() {}

    /// What the packets add up to, without what is skipped at the start. The position on the last page may cut the end
    /// short, by less than that page holds (RFC 7845, 4.5); one that says anything else is not believed.
    static long micros(byte[] file) throws UnreadableMediaException {
        var reading = new OggOpus();
        reading.pages(new Bytes(file));
        long heard = reading.samples - reading.skip;
        long told = reading.granule - reading.skip;
        long samples = told <= heard && told > heard - reading.onLastPage ? told : heard;
        return Math.max(0, samples) * 1_000_000 / Opus.SAMPLES_PER_SECOND;
    }

    private void pages(Bytes in) throws UnreadableMediaException {
        long stream = -1;
        while (in.left() > 0) {
            if (!in.has(0, "OggS\0")) {
                throw new UnreadableMediaException("has something between its pages");
            }
            in.skip(5);
            int flags = in.one();
            granule = in.little(8);
            long serial = in.little(4);
            if (stream >= 0 && serial != stream) {
                throw new UnreadableMediaException("holds more than one stream");
            }
            stream = serial;
            in.skip(8);
            page(in, (flags & CONTINUED) != 0);
        }
        if (packets < HEADERS) {
            throw new UnreadableMediaException("has no Opus header");
        }
    }

    private void page(Bytes in, boolean continued) throws UnreadableMediaException {
        Bytes lengths = in.take(in.one());
        if (continued != packet.size() > 0) {
            throw new UnreadableMediaException("lacks a page");
        }
        long before = samples;
        while (lengths.left() > 0) {
            int length = lengths.one();
            packet.writeBytes(in.take(length).rest());
            if (length < FULL) {
                ended(packet.toByteArray());
                packet.reset();
            }
        }
        onLastPage = samples - before;
    }

    private void ended(byte[] whole) throws UnreadableMediaException {
        var bytes = new Bytes(whole);
        if (packets == 0) {
            if (!bytes.has(0, "OpusHead")) {
                throw new UnreadableMediaException("does not begin with Opus");
            }
            bytes.skip(10);
            skip = bytes.little(2);
        } else if (packets >= HEADERS) {
            samples += Opus.samples(bytes);
        }
        packets++;
    }
}
