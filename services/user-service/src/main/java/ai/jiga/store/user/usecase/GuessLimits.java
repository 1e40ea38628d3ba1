package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Device;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.Guesses;
import ai.jiga.store.user.model.SignInAttempts;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bounds how fast passwords are guessed, without letting a stranger lock somebody out. A device that the account was
/// signed in on before is counted by itself, and by nothing that others do. Everybody else is counted three times: for
/// this account from this address, for the address, and for the account.
///
/// An attempt is counted before its password is looked at, so that guesses that come all at once are counted too, and
/// taken back when it succeeds. Whether there is an account with the address makes no difference. The counts are
/// documents: every process has the same, also after a restart.
public final class GuessLimits {
    private static final Duration MINUTES_FROM = Duration.ofMinutes(2);

    private final DocumentStore store;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public GuessLimits(DocumentStore store, InstantSource clock, Supplier<String> ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /// Whoever was counted.
    sealed interface Guesser {
        /// @param attempts of theirs on this account
        Ref<SignInAttempts> attempts();

        record KnownDevice(Ref<SignInAttempts> attempts) implements Guesser {}

        record Stranger(Ref<SignInAttempts> attempts, Ref<Guesses> from, Ref<Guesses> on) implements Guesser {}
    }

    /// Refused with RATE_LIMITED.
    ///
    /// @param user who has the address, or somebody who has none
    Outcome<Guesser> count(EmailAddress email, UserId user, Visitor visitor) {
        Device device = visitor.device();
        return device != null && device.isKnownTo(user.value())
                ? count(new Guesser.KnownDevice(UserCollections.attempts(user, device)))
                : count(new Guesser.Stranger(
                        UserCollections.attempts(email, visitor.address()),
                        UserCollections.guessesFrom(visitor.address()),
                        UserCollections.guessesOn(email)));
    }

    private Outcome<Guesser> count(Guesser guesser) {
        Instant now = clock.instant();
        String call = ids.get();
        return store.transact(tx -> {
            SignInAttempts before = value(tx, guesser.attempts());
            if (before != null && before.wasCountedBy(call)) {
                // This body ran before and its commit's answer was lost.
                return Outcome.done(guesser);
            }
            Duration pause = before == null ? Duration.ZERO : before.pauseLeft(now);
            return switch (guesser) {
                case Guesser.KnownDevice known -> {
                    if (!pause.isZero()) {
                        yield Outcome.rejected(tooMany(pause));
                    }
                    tx.set(known.attempts(), next(before, SignInAttempts.By.KNOWN_DEVICE, call, now));
                    yield Outcome.done(guesser);
                }
                case Guesser.Stranger stranger -> {
                    Guesses from = value(tx, stranger.from());
                    Guesses on = value(tx, stranger.on());
                    Duration wait = Stream.of(
                                    pause,
                                    Guesses.wait(from, Guesses.FROM_AN_ADDRESS, now),
                                    Guesses.wait(on, Guesses.ON_AN_ACCOUNT, now))
                            .max(Duration::compareTo)
                            .orElseThrow();
                    if (!wait.isZero()) {
                        yield Outcome.rejected(tooMany(wait));
                    }
                    tx.set(stranger.attempts(), next(before, SignInAttempts.By.STRANGER, call, now));
                    tx.set(stranger.from(), Guesses.one(from, Guesses.FROM_AN_ADDRESS, now));
                    tx.set(stranger.on(), Guesses.one(on, Guesses.ON_AN_ACCOUNT, now));
                    yield Outcome.done(guesser);
                }
            };
        });
    }

    private static SignInAttempts next(
            @Nullable SignInAttempts before, SignInAttempts.By by, String call, Instant now) {
        return before == null ? SignInAttempts.first(call, now) : before.another(by, call, now);
    }

    private static <T> @Nullable T value(Transaction tx, Ref<T> ref) {
        return tx.get(ref).map(Document::value).orElse(null);
    }

    /// Takes back the attempt of somebody who knew the password, and forgives those before it on this account. Reads
    /// now, in the transaction that begins the sign-in.
    ///
    /// @return writes it
    static Runnable forgiving(Transaction tx, Guesser guesser) {
        return switch (guesser) {
            case Guesser.KnownDevice known -> () -> tx.delete(known.attempts());
            case Guesser.Stranger stranger -> {
                Guesses from = value(tx, stranger.from());
                Guesses on = value(tx, stranger.on());
                yield () -> {
                    tx.delete(stranger.attempts());
                    if (from != null) {
                        tx.set(stranger.from(), from.without(Guesses.FROM_AN_ADDRESS));
                    }
                    if (on != null) {
                        tx.set(stranger.on(), on.without(Guesses.ON_AN_ACCOUNT));
                    }
                };
            }
        };
    }

    private static Rejection tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        String time = wait.compareTo(MINUTES_FROM) < 0
                ? seconds + " seconds"
                : Math.ceilDiv(seconds, Duration.ofMinutes(1).toSeconds()) + " minutes";
        return Rejection.of(
                        ErrorCode.RATE_LIMITED,
                        "Signing in failed too often. Try again in " + time
                                + ", or on a device that you have signed in on before.")
                .with("retryAfterSeconds", seconds);
    }
}
