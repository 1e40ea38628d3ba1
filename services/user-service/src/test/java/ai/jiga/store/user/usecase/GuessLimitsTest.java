package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever guesses is slowed down, and nobody is locked out by it.
class GuessLimitsTest {
    private static final String ANN = "ann@example.com";
    private static final String WRONG = "eight quiet lanterns";
    private static final UserId NOBODY = UserId.of("nobody");
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private UserProcess users;
    private IssuedTokens ann;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        ann = users.registered(ANN);
    }

    @AfterEach
    void close() {
        users.close();
    }

    private static Visitor stranger(int number) {
        return new Visitor("198.51.100." + number, null);
    }

    private static Visitor at(Visitor other, Device device) {
        return new Visitor(other.address(), device);
    }

    /// Without the time that a password takes.
    private Outcome<GuessLimits.Guesser> guess(String email, Visitor visitor) {
        UserId id = email.equals(ANN) ? ann.user().id() : NOBODY;
        return users.limits.count(EmailAddress.parse(email).orElseThrow(), id, visitor);
    }

    private boolean guesses(String email, Visitor visitor) {
        return guess(email, visitor) instanceof Outcome.Done;
    }

    /// Whenever it is let, until then.
    private int guessesUntil(Instant end, String email, List<Visitor> visitors) {
        int guessed = 0;
        while (users.process.clock().instant().isBefore(end)) {
            for (Visitor visitor : visitors) {
                guessed += guesses(email, visitor) ? 1 : 0;
            }
            users.advance(Duration.ofMinutes(1));
        }
        return guessed;
    }

    private Instant in(Duration time) {
        return users.process.clock().instant().plus(time);
    }

    @Test
    void aStrangersFailuresDoNotKeepTheOwnerOutAtAnotherAddress() {
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(refusal(users.signIn.signIn(ANN, WRONG, stranger(1)))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
        assertThat(refusal(users.signIn.signIn(ANN, PASSWORD, stranger(1)))).isEqualTo(ErrorCode.RATE_LIMITED);

        assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(2))).isInstanceOf(Outcome.Done.class);
        // At his own address too, on a device that she has signed in on.
        Visitor home = at(stranger(1), users.deviceOf(ann));
        assertThat(users.signIn.signIn(ANN, PASSWORD, home)).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(users.signIn.signIn(ANN, PASSWORD, stranger(1)))).isEqualTo(ErrorCode.RATE_LIMITED);
    }

    @Test
    void oneWhoTriesForDaysNeverUsesUpWhatTheAccountHasForStrangers() {
        int guessed = guessesUntil(in(A_DAY), ANN, List.of(stranger(1)));

        assertThat(guessed).isBetween(30, 45);
        for (int day = 0; day < 3; day++) {
            guessesUntil(in(A_DAY), ANN, List.of(stranger(1), stranger(2), stranger(3), stranger(4), stranger(5)));
            assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(6))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void manyAddressesTogetherAreBoundedAndTheOwnersDeviceIsNotConcerned() {
        var many = new ArrayList<Visitor>();
        for (int i = 1; i <= 60; i++) {
            many.add(stranger(i));
        }

        int guessed = guessesUntil(in(A_DAY), ANN, many);
        many.forEach(visitor -> guesses(ANN, visitor));

        int perDay = Math.toIntExact(A_DAY.dividedBy(Guesses.ON_AN_ACCOUNT.each()));
        assertThat(guessed).isBetween(perDay, perDay + Guesses.ON_AN_ACCOUNT.most());
        assertThat(refusal(users.signIn.signIn(ANN, PASSWORD, stranger(250)))).isEqualTo(ErrorCode.RATE_LIMITED);
        for (Visitor anywhere : List.of(stranger(1), stranger(251))) {
            assertThat(users.signIn.signIn(ANN, PASSWORD, at(anywhere, users.deviceOf(ann))))
                    .isInstanceOf(Outcome.Done.class);
        }
        // What is refused is not counted: strangers are let in again as soon as it stops.
        users.advance(Guesses.ON_AN_ACCOUNT.each());
        assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(250))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneAddressWithAListOfAccountsIsBounded() {
        var number = new AtomicInteger();
        for (int i = 0; i < Guesses.FROM_AN_ADDRESS.most(); i++) {
            assertThat(guesses("user-" + number.incrementAndGet() + "@example.com", stranger(1)))
                    .isTrue();
        }

        assertThat(refusal(guess("user-0@example.com", stranger(1)))).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal(users.signIn.signIn(ANN, PASSWORD, stranger(1)))).isEqualTo(ErrorCode.RATE_LIMITED);

        assertThat(users.signIn.signIn(ANN, PASSWORD, at(stranger(1), users.deviceOf(ann))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(2))).isInstanceOf(Outcome.Done.class);
        users.advance(Guesses.FROM_AN_ADDRESS.each());
        assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(1))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoSignsInUsesNothingUp() {
        Visitor office = stranger(1);
        EmailAddress email = EmailAddress.parse(ANN).orElseThrow();
        for (int i = 0; i < 3 * Guesses.FROM_AN_ADDRESS.most(); i++) {
            GuessLimits.Guesser counted = guess(ANN, office).orThrow();
            users.process.store().transact(tx -> {
                GuessLimits.forgiving(tx, counted).run();
                return true;
            });
        }

        assertThat(users.process.store().get(UserCollections.attempts(email, office.address())))
                .isEmpty();
        assertThat(guesses(ANN, office)).isTrue();
    }

    @Test
    void aDeviceThatWasStolenGuessesForItselfAlone() {
        Visitor thief = at(stranger(1), users.deviceOf(ann));
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(guesses(ANN, thief)).isTrue();
        }

        assertThat(refusal(guess(ANN, thief))).isEqualTo(ErrorCode.RATE_LIMITED);
        int guessed = guessesUntil(in(A_DAY), ANN, List.of(thief));
        assertThat(guessed).isBetween(280, 300);
        assertThat(users.signIn.signIn(ANN, PASSWORD, stranger(2))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theDeviceOfSomebodyElseHelpsNothing() {
        IssuedTokens mallory = users.registered("mallory@example.com");
        Visitor guesser = at(stranger(1), users.deviceOf(mallory));
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(guesses(ANN, guesser)).isTrue();
        }

        assertThat(guesses(ANN, guesser)).isFalse();
        assertThat(guesses(ANN, stranger(1))).isFalse();
    }

    @Test
    void onADeviceThatSeveralSignedInOnEachIsKnown() {
        Device shared = users.deviceOf(ann);
        IssuedTokens bob = users.register
                .register("bob@example.com", PASSWORD, "Bob", null, null, at(stranger(1), shared))
                .orThrow();
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(guesses(ANN, stranger(1))).isTrue();
        }

        assertThat(users.signIn.signIn(ANN, PASSWORD, at(stranger(1), users.deviceOf(bob))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherProcessAndOneThatWasStartedAnewCountOn() {
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE - 1; i++) {
            assertThat(guesses(ANN, stranger(1))).isTrue();
        }
        var elsewhere = new GuessLimits(
                users.process.store(),
                users.process.clock(),
                users.process.foundation().ids()::next);
        EmailAddress email = EmailAddress.parse(ANN).orElseThrow();

        assertThat(elsewhere.count(email, ann.user().id(), stranger(1))).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(elsewhere.count(email, ann.user().id(), stranger(1))))
                .isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(guesses(ANN, stranger(1))).isFalse();
    }

    @Test
    void guessesFromManyAddressesAtOnceAreCountedEachOnce() throws Exception {
        var number = new AtomicInteger();
        for (int i = 0; i < Guesses.ON_AN_ACCOUNT.most() - 4; i++) {
            assertThat(guesses(ANN, stranger(number.incrementAndGet()))).isTrue();
        }

        var outcomes = atOnce(12, () -> guesses(ANN, stranger(number.incrementAndGet())));

        assertThat(outcomes.stream().filter(let -> let)).hasSize(4);
    }

    @Test
    void whetherThereIsAnAccountCannotBeToldByTheLimits() {
        var known = new ArrayList<Object>();
        var unknown = new ArrayList<Object>();
        for (int i = 0; i < 30; i++) {
            known.add(told(guess(ANN, stranger(i / 15))));
            unknown.add(told(guess("bob@example.com", stranger(100 + i / 15))));
            users.advance(Duration.ofSeconds(5));
        }

        assertThat(unknown).isEqualTo(known);
        assertThat(known).contains("let").hasAtLeastOneElementOfType(Rejection.class);
    }

    private static Object told(Outcome<GuessLimits.Guesser> outcome) {
        return outcome instanceof Outcome.Rejected<GuessLimits.Guesser> rejected ? rejected.rejection() : "let";
    }
}
