package ai.jiga.store.cache.redis;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Texts of 32 characters that nobody else makes: 64 random bits of this process, and a number.
final class Stamps {
    private static final HexFormat HEX = HexFormat.of();

    private final String process = HEX.toHexDigits(new SecureRandom().nextLong());
    private final AtomicLong last = new AtomicLong();

    String next() {
        return process + HEX.toHexDigits(last.incrementAndGet());
    }
}
