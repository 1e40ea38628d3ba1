package ai.jiga.store.session.media;

/// How long an Opus packet sounds: its first byte says so (RFC 6716, 3.1 and 3.2), and a decoder plays just that.
final class Opus {
    static final int SAMPLES_PER_SECOND = 48_000;
    private static final int LONGEST_PACKET = 5_760;
    private static final int[] SILK = {480, 960, 1_920, 2_880};
    private static final int[] CELT = {120, 240, 480, 960};
    private static final int FIRST_HYBRID = 12;
    private static final int FIRST_CELT = 16;

    private Opus() {}

    static int samples(Bytes packet) throws UnreadableMediaException {
        int head = packet.one();
        int configuration = head >> 3;
        int each = configuration < FIRST_HYBRID
                ? SILK[configuration & 3]
                : configuration < FIRST_CELT ? SILK[configuration & 1] : CELT[configuration & 3];
        int frames = switch (head & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> packet.one() & 0x3F;
        };
        if (frames == 0 || frames * each > LONGEST_PACKET) {
            throw new UnreadableMediaException("holds a packet that is no Opus");
        }
        return frames * each;
    }
}
