package ai.jiga.store.security;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Hashes and checks passwords with Argon2id (RFC 9106) at the cost that OWASP's Password Storage Cheat Sheet names:
/// 19 MiB, two passes, one lane; parameters and salt stand in the hash (PHC string format).
///
/// One hash is tens of milliseconds of a processor and 19 MiB, so they run on a few platform threads with a short queue
/// instead of on the callers' virtual threads, and what would wait longer than a person does is refused.
///
/// Thread-safe.
public final class Passwords implements AutoCloseable {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 100;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;
    private final String nobody;

    /// @param threads how many hashes are computed at once
    /// @param mostWaiting how many more may be asked for meanwhile
    public Passwords(int threads, int mostWaiting) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.nobody = hash(new OpaqueTokens().next());
    }

    /// One thread for every two processors, at least one and at most four.
    public static Passwords ofThisMachine() {
        return new Passwords(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4), MOST_WAITING);
    }

    /// @throws TooBusyException when too many wait already
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return run(() -> argon2.hash(bytes(password), salt).getResult());
    }

    /// Compared in constant time.
    ///
    /// @param hash from [#hash], also with other parameters
    /// @throws TooBusyException when too many wait already
    public boolean matches(String password, String hash) {
        return run(() -> Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Takes as long as [#matches] and always says no: for a user who does not exist, so that nobody learns that from
    /// the time an answer takes.
    ///
    /// @throws TooBusyException when too many wait already
    public boolean matchesNobody(String password) {
        // Nobody knows the password behind it.
        return matches(password, nobody);
    }

    /// Whether the hash was made with other parameters than today's: make a new one when its owner signs in.
    public boolean needsRehash(String hash) {
        return !hash.startsWith("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$");
    }

    /// One form for what looks the same, whatever keyboard it was typed on (NIST SP 800-63B, 3.1.1.2).
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T run(Callable<T> work) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new TooBusyException(e);
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was hashed", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /// More people sign in at once than this machine can check in a few seconds. Nothing was done; try again.
    public static final class TooBusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooBusyException(Throwable cause) {
            super("too many passwords wait to be checked", cause);
        }
    }
}
