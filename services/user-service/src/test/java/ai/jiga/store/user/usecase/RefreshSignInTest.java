package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.UserCollections;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshSignInTest {
    @TempDir
    Path folder;

    private UserProcess users;
    private Tokens first;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        first = users.registered("ann@example.com");
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void aRefreshTokenGivesNewTokensForTheSameUser() {
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();
        Tokens third = users.refresh.refresh(second.refreshToken()).orThrow();

        assertThat(third.user()).isEqualTo(first.user());
        assertThat(third.refreshToken()).isNotEqualTo(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(users.tokens.verify(third.accessToken())).isPresent();
    }

    @Test
    void reuseOfASpentTokenEndsTheWholeSignInAndNoOther() {
        Tokens elsewhere = users.signIn.signIn("ann@example.com", PASSWORD).orThrow();
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();
        Tokens third = users.refresh.refresh(second.refreshToken()).orThrow();

        assertThat(refusal(users.refresh.refresh(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);

        assertThat(refusal(users.refresh.refresh(third.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(users.refresh.refresh(elsewhere.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void reuseOfTheLatestSpentTokenCountsTooHoweverSoonItComes() {
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();

        assertThat(refusal(users.refresh.refresh(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(refusal(users.refresh.refresh(second.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void ofTwoExchangesUnderWayAtOnceTheSlowerIsRefusedAndTheSignInGoesOn() {
        // The slower request looked at the token before the faster one had exchanged it.
        RefreshToken seen = users.process
                .store()
                .get(UserCollections.refreshToken(first.refreshToken()))
                .orElseThrow()
                .value();
        Tokens faster = users.refresh.refresh(first.refreshToken()).orThrow();

        assertThat(refusal(users.refresh.exchange(first.refreshToken(), seen))).isEqualTo(ErrorCode.INVALID_TOKEN);

        Tokens next = users.refresh.refresh(faster.refreshToken()).orThrow();
        // But its next try with the old token is reuse.
        assertThat(refusal(users.refresh.refresh(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(refusal(users.refresh.refresh(next.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void aTokenIsExchangedOnceHoweverManyTryAtOnce() throws Exception {
        var outcomes = atOnce(8, () -> users.refresh.refresh(first.refreshToken()));

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Done)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Rejected).map(UserProcess::refusal))
                .hasSize(7)
                .isSubsetOf(ErrorCode.INVALID_TOKEN, ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void aTokenThatWasNeverGivenOutEndsNothing() {
        for (String forged : new String[] {"", "x", first.refreshToken() + "x", first.accessToken(), "\u0000/.."}) {
            assertThat(refusal(users.refresh.refresh(forged))).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
        assertThat(users.refresh.refresh(first.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTokenThatWasNotUsedForThirtyDaysIsRefused() {
        users.advance(RefreshToken.LIFETIME.minusSeconds(1));
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();
        users.advance(RefreshToken.LIFETIME);

        assertThat(refusal(users.refresh.refresh(second.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aSignInEndsAfterNinetyDaysHoweverOftenItIsRefreshed() {
        Tokens tokens = first;
        for (int i = 0; i < 4; i++) {
            users.advance(Duration.ofDays(22));
            tokens = users.refresh.refresh(tokens.refreshToken()).orThrow();
        }
        users.advance(SignIn.LONGEST.minus(Duration.ofDays(88)));

        assertThat(refusal(users.refresh.refresh(tokens.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(users.signIn.signIn("ann@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void signingOutEndsThisSignInAndNoOther() {
        Tokens elsewhere = users.signIn.signIn("ann@example.com", PASSWORD).orThrow();

        users.signOut.here(first.refreshToken());
        users.signOut.here(first.refreshToken());
        users.signOut.here("never given out");

        assertThat(refusal(users.refresh.refresh(first.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(users.refresh.refresh(elsewhere.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void signingOutWithASpentTokenEndsItsSignIn() {
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();

        users.signOut.here(first.refreshToken());

        assertThat(refusal(users.refresh.refresh(second.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void signingOutEverywhereEndsAllSignInsUntilTheNext() {
        Tokens elsewhere = users.signIn.signIn("ann@example.com", PASSWORD).orThrow();

        users.signOut.everywhere(first.user().id());

        assertThat(refusal(users.refresh.refresh(first.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(users.refresh.refresh(elsewhere.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        Tokens again = users.signIn.signIn("ann@example.com", PASSWORD).orThrow();
        assertThat(users.refresh.refresh(again.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTokenSignedWithTheKeyBeforeARenewalIsStillGood() {
        users.keys.rotate();
        Tokens second = users.refresh.refresh(first.refreshToken()).orThrow();

        assertThat(users.tokens.verify(first.accessToken())).isPresent();
        assertThat(users.tokens.verify(second.accessToken())).isPresent();
    }
}
