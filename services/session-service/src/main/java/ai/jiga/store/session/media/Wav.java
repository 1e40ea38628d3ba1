package ai.jiga.store.session.media;

/// RIFF WAVE. Seconds are the bytes that are there, by how many make up one.
final class Wav {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    /// Titles and the like: sound that hides in them would not be counted.
    private static final long MOST_BESIDE = 16 * 1024;

    /// What speech is recorded with. Sound that claims more is shorter for it, and cheaper.
    private static final int LEAST_RATE = 8_000;

    private static final int MOST_RATE = 48_000;
    private static final int MOST_CHANNELS = 2;
    private static final int MOST_BITS = 32;

    private static final long OPEN = 0xFFFF_FFFFL;

    private Wav() {}

    static long micros(byte[] file) throws UnreadableMediaException {
        var in = new Bytes(file);
        in.skip(12);
        long perSecond = 0;
        long sound = -1;
        long beside = 0;
        while (in.left() >= 8) {
            boolean format = in.has(0, "fmt ");
            boolean data = in.has(0, "data");
            name(in);
            long size = in.little(4);
            if (format && perSecond == 0) {
                perSecond = format(in.take(size));
            } else if (data && sound < 0) {
                // A recorder that could not go back leaves the size open; one that was cut short has less than it says.
                sound = size == 0 || size == OPEN ? in.left() : Math.min(size, in.left());
                in.skip(sound);
            } else {
                beside += size;
                in.skip(size);
            }
            if (size % 2 == 1 && in.left() > 0) {
                in.skip(1);
            }
        }
        if (perSecond == 0 || sound < 0 || in.left() > 0 || beside > MOST_BESIDE) {
            throw new UnreadableMediaException("has no format or no data, or more than these");
        }
        return sound * 1_000_000 / perSecond;
    }

    private static void name(Bytes in) throws UnreadableMediaException {
        for (int i = 0; i < 4; i++) {
            int letter = in.one();
            if (letter < ' ' || letter > '~') {
                throw new UnreadableMediaException("says that it holds less than it does");
            }
        }
    }

    /// @return bytes a second, which the header says twice: both must agree
    private static long format(Bytes in) throws UnreadableMediaException {
        int kind = (int) in.little(2);
        long channels = in.little(2);
        long rate = in.little(4);
        long perSecond = in.little(4);
        long block = in.little(2);
        long bits = in.little(2);
        boolean known = kind == PCM || kind == FLOAT || kind == A_LAW || kind == MU_LAW || kind == EXTENSIBLE;
        if (!known
                || channels < 1
                || channels > MOST_CHANNELS
                || rate < LEAST_RATE
                || rate > MOST_RATE
                || bits % 8 != 0
                || bits < 8
                || bits > MOST_BITS
                || block != channels * bits / 8
                || perSecond != rate * block) {
            throw new UnreadableMediaException("has a format that contradicts itself or is not read here");
        }
        return perSecond;
    }
}
