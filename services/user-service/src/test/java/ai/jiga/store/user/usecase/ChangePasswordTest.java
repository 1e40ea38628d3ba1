package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangePasswordTest {
    private static final String ANN = "ann@example.com";
    private static final String BOSS = "boss@example.com";
    private static final String ANOTHER = "nine slow ferries";

    private final UserProcess users;

    ChangePasswordTest(@TempDir Path folder) {
        users = new UserProcess(
                folder, UserProcess.operator(BOSS, Optional.of(UserProcess.PASSWORD)), new Passwords(2, 100));
    }

    @AfterEach
    void close() {
        users.close();
    }

    private Outcome<IssuedTokens> changes(UserId id, String current, String wished) {
        return users.passwordChanges.change(
                new Caller.User(id, Caller.Role.USER), current, wished, UserProcess.STRANGER);
    }

    @Test
    void whoKnowsThePasswordChoosesAnotherAndIsSignedInHereAlone() {
        IssuedTokens elsewhere = users.registered(ANN);
        UserId ann = elsewhere.user().id();

        IssuedTokens here = changes(ann, UserProcess.PASSWORD, ANOTHER).orThrow();

        assertThat(UserProcess.refusal(users.refreshes(elsewhere.refreshToken())))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(users.accepted.verify(elsewhere.accessToken())).isEmpty();
        users.refreshes(here.refreshToken()).orThrow();
        assertThat(UserProcess.refusal(users.signsIn(ANN, UserProcess.PASSWORD)))
                .isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        users.signsIn(ANN, ANOTHER).orThrow();
    }

    @Test
    void aWrongPasswordChangesNothingAndIsGuessedAtNoFasterThanAtTheDoor() {
        UserId ann = users.registered(ANN).user().id();

        ErrorCode last = ErrorCode.INTERNAL;
        for (int guess = 0; guess <= 10; guess++) {
            last = UserProcess.refusal(changes(ann, "a guess " + guess, ANOTHER));
            assertThat(last).isIn(ErrorCode.WRONG_PASSWORD, ErrorCode.RATE_LIMITED);
        }

        assertThat(last).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(UserProcess.refusal(users.signsIn(ANN, ANOTHER))).isEqualTo(ErrorCode.RATE_LIMITED);
    }

    @Test
    void strangersWhoGuessKeepNobodyFromChangingIt() {
        IssuedTokens ann = users.registered(ANN);
        for (int guess = 0; guess <= 10; guess++) {
            users.signsIn(ANN, "a guess " + guess);
        }
        var token = users.accepted.verify(ann.accessToken()).orElseThrow();
        var caller = new Caller.User(ann.user().id(), Caller.Role.USER, token.admission());

        users.passwordChanges
                .change(caller, UserProcess.PASSWORD, ANOTHER, UserProcess.STRANGER)
                .orThrow();
    }

    @Test
    void ofTwoWhoChangeItAtOnceOneDoes() throws Exception {
        UserId ann = users.registered(ANN).user().id();
        var numbers = new AtomicInteger();

        var outcomes = UserProcess.atOnce(
                3, () -> changes(ann, UserProcess.PASSWORD, "password of tab " + numbers.incrementAndGet()));

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void theOperatorsIsInTheConfiguration() {
        UserId boss = users.registered(BOSS).user().id();

        assertThat(UserProcess.refusal(changes(boss, UserProcess.PASSWORD, ANOTHER)))
                .isEqualTo(ErrorCode.OPERATORS_ACCOUNT);
    }

    @Test
    void theNewOneKeepsToTheRules() {
        UserId ann = users.registered(ANN).user().id();

        assertThat(UserProcess.refusal(changes(ann, UserProcess.PASSWORD, "short")))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(UserProcess.refusal(changes(ann, UserProcess.PASSWORD, "ann@example.com")))
                .isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }
}
