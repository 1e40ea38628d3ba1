package ai.jiga.store.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;

/// UUID version 7 (RFC 9562, 5.7): a millisecond clock, then random bits. Ids made one after the other
/// in one process are strictly increasing, also within a millisecond and when the clock steps back
/// (method 2 of section 6.2), so that new documents are appended to an index instead of scattered.
public final class Uuid7 {
    private static final int RANDOM_INCREMENT_BITS = 20;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long millis = -1;
    /// The 74 random bits, kept as 12 (after the version) and 62 (after the variant).
    private long high;

    private long low;

    public Uuid7(InstantSource clock) {
        this.clock = clock;
    }

    /// The next id in its canonical text, 36 characters.
    public synchronized String next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            high = random.nextLong() & 0x7FF;
            low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
        } else {
            low += 1 + (random.nextLong() & ((1L << RANDOM_INCREMENT_BITS) - 1));
            if (low > 0x3FFF_FFFF_FFFF_FFFFL) {
                low &= 0x3FFF_FFFF_FFFF_FFFFL;
                high++;
                if (high > 0xFFF) {
                    high = 0;
                    millis++;
                }
            }
        }
        long most = (millis << 16) | 0x7000 | high;
        long least = 0x8000_0000_0000_0000L | low;
        return new java.util.UUID(most, least).toString();
    }
}
