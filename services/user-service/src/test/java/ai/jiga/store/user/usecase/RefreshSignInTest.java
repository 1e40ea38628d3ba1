package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.security.Device;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshSignInTest {
    @TempDir
    Path folder;

    private UserProcess users;
    private IssuedTokens first;

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
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();
        IssuedTokens third = users.refreshes(second.refreshToken()).orThrow();

        assertThat(third.user()).isEqualTo(first.user());
        assertThat(third.refreshToken()).isNotEqualTo(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(users.tokens.verify(third.accessToken())).isPresent();
    }

    @Test
    void reuseOfASpentTokenEndsTheWholeSignInAndNoOther() {
        IssuedTokens elsewhere = users.signsIn("ann@example.com", PASSWORD).orThrow();
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();
        IssuedTokens third = users.refreshes(second.refreshToken()).orThrow();

        assertThat(refusal(users.refreshes(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);

        assertThat(refusal(users.refreshes(third.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(users.refreshes(elsewhere.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void reuseOfTheLatestSpentTokenCountsTooHoweverSoonItComes() {
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();

        assertThat(refusal(users.refreshes(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(refusal(users.refreshes(second.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void ofTwoExchangesUnderWayAtOnceTheSlowerIsRefusedAndTheSignInGoesOn() {
        // The slower request looked at the token before the faster one had exchanged it.
        RefreshToken seen = users.process
                .store()
                .get(UserCollections.refreshToken(first.refreshToken()))
                .orElseThrow()
                .value();
        IssuedTokens faster = users.refreshes(first.refreshToken()).orThrow();

        assertThat(refusal(users.refresh.exchange(first.refreshToken(), null, seen)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);

        IssuedTokens next = users.refreshes(faster.refreshToken()).orThrow();
        // But its next try with the old token is reuse.
        assertThat(refusal(users.refreshes(first.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(refusal(users.refreshes(next.refreshToken()))).isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void tabsThatRefreshAtOnceStaySignedInForAsManyTurnsAsTheyLike() throws Exception {
        for (int tabs : new int[] {2, 10}) {
            IssuedTokens tokens = users.registered("tabs-" + tabs + "@example.com");
            Device device = users.deviceOf(tokens);
            long before = users.process.store().count(UserCollections.REFRESH_TOKENS.query());
            long families = users.process.store().count(UserCollections.SIGN_INS.query());
            for (int turn = 1; turn <= 20; turn++) {
                String held = tokens.refreshToken();
                var answers =
                        atOnce(tabs, () -> users.refresh.refresh(held, device).orThrow());

                assertThat(answers)
                        .extracting(IssuedTokens::refreshToken)
                        .containsOnly(answers.getFirst().refreshToken());
                assertThat(answers)
                        .allMatch(answer ->
                                users.accepted.verify(answer.accessToken()).isPresent());
                tokens = answers.getFirst();
            }

            assertThat(users.process.store().count(UserCollections.REFRESH_TOKENS.query()))
                    .isEqualTo(before + 20);
            assertThat(users.process.store().count(UserCollections.SIGN_INS.query()))
                    .isEqualTo(families);
        }
    }

    @Test
    void tabsThatAreNotInStepStaySignedInToo() throws Exception {
        var held = new ConcurrentHashMap<Long, String>();
        Device device = users.deviceOf(first);

        // Each goes on with what it got itself, whoever is faster.
        var ends = atOnce(4, () -> {
            String mine = first.refreshToken();
            for (int turn = 0; turn < 10; turn++) {
                mine = users.refresh.refresh(mine, device).orThrow().refreshToken();
            }
            held.put(Thread.currentThread().threadId(), mine);
            return mine;
        });

        assertThat(held).hasSize(4);
        for (String end : ends) {
            assertThat(users.refresh.refresh(end, device)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aClientThatDidNotHearTheAnswerGetsTheSameTokenAgainForThirtySeconds() {
        Device device = users.deviceOf(first);
        IssuedTokens second =
                users.refresh.refresh(first.refreshToken(), device).orThrow();
        users.advance(RefreshToken.GIVEN_AGAIN.minusMillis(1));

        IssuedTokens again = users.refresh.refresh(first.refreshToken(), device).orThrow();

        assertThat(again.refreshToken()).isEqualTo(second.refreshToken());
        assertThat(again.accessToken()).isNotEqualTo(second.accessToken());
        assertThat(again.deviceToken()).isNull();
        users.advance(Duration.ofMillis(1));
        assertThat(refusal(users.refresh.refresh(first.refreshToken(), device)))
                .isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(refusal(users.refresh.refresh(second.refreshToken(), device)))
                .isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void aTabThatIsSomeTurnsBehindGetsTheNewest() {
        Device device = users.deviceOf(first);
        IssuedTokens newest = first;
        for (int turn = 0; turn < 5; turn++) {
            users.advance(Duration.ofSeconds(5));
            newest = users.refresh.refresh(newest.refreshToken(), device).orThrow();
        }

        assertThat(users.refresh.refresh(first.refreshToken(), device).orThrow().refreshToken())
                .isEqualTo(newest.refreshToken());
    }

    @Test
    void anotherDeviceEndsTheSignInHoweverSoonItComes() {
        IssuedTokens elsewhere = users.signsIn("ann@example.com", PASSWORD).orThrow();
        IssuedTokens second = users.refresh
                .refresh(first.refreshToken(), users.deviceOf(first))
                .orThrow();

        assertThat(refusal(users.refresh.refresh(first.refreshToken(), users.deviceOf(elsewhere))))
                .isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);

        assertThat(refusal(users.refresh.refresh(second.refreshToken(), users.deviceOf(first))))
                .isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
        assertThat(users.accepted.verify(second.accessToken())).isEmpty();
        assertThat(users.refreshes(elsewhere.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherDeviceEndsTheSignInEvenWhenItWasOnlyTheSlower() {
        RefreshToken seen = users.process
                .store()
                .get(UserCollections.refreshToken(first.refreshToken()))
                .orElseThrow()
                .value();
        users.refresh.refresh(first.refreshToken(), users.deviceOf(first)).orThrow();
        Device thief = users.deviceOf(users.registered("mallory@example.com"));

        assertThat(refusal(users.refresh.exchange(first.refreshToken(), thief, seen)))
                .isEqualTo(ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void aDeviceThatSeveralSignInOnIsTheSameForAllOfThem() {
        Device shared = users.deviceOf(first);
        IssuedTokens bob = users.register
                .register("bob@example.com", PASSWORD, "Bob", null, null, new Visitor("192.0.2.1", shared))
                .orThrow();
        Device both = users.deviceOf(bob);

        assertThat(both.id()).isEqualTo(shared.id());
        for (IssuedTokens tokens : new IssuedTokens[] {first, bob}) {
            IssuedTokens next =
                    users.refresh.refresh(tokens.refreshToken(), both).orThrow();
            assertThat(users.refresh
                            .refresh(tokens.refreshToken(), both)
                            .orThrow()
                            .refreshToken())
                    .isEqualTo(next.refreshToken());
        }
    }

    @Test
    void neitherATokenNorWhatMakesItsSuccessorIsReadableInTheDocuments() {
        IssuedTokens second = users.refresh
                .refresh(first.refreshToken(), users.deviceOf(first))
                .orThrow();

        RefreshToken spent = users.process
                .store()
                .get(UserCollections.refreshToken(first.refreshToken()))
                .orElseThrow()
                .value();
        assertThat(spent.toString()).doesNotContain(first.refreshToken(), second.refreshToken());
        assertThat(UserCollections.REFRESH_TOKENS.encryptedFields()).containsExactly("salt");
    }

    @Test
    void aTokenIsExchangedOnceHoweverManyTryAtOnce() throws Exception {
        var outcomes = atOnce(8, () -> users.refreshes(first.refreshToken()));

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Done)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Rejected).map(UserProcess::refusal))
                .hasSize(7)
                .isSubsetOf(ErrorCode.INVALID_TOKEN, ErrorCode.REFRESH_TOKEN_REUSED);
    }

    @Test
    void aTokenThatWasNeverGivenOutEndsNothing() {
        for (String forged : new String[] {"", "x", first.refreshToken() + "x", first.accessToken(), "\u0000/.."}) {
            assertThat(refusal(users.refreshes(forged))).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
        assertThat(users.refreshes(first.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTokenThatWasNotUsedForThirtyDaysIsRefused() {
        users.advance(RefreshToken.LIFETIME.minusSeconds(1));
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();
        users.advance(RefreshToken.LIFETIME);

        assertThat(refusal(users.refreshes(second.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aSignInEndsAfterNinetyDaysHoweverOftenItIsRefreshed() {
        IssuedTokens tokens = first;
        for (int i = 0; i < 4; i++) {
            users.advance(Duration.ofDays(22));
            tokens = users.refreshes(tokens.refreshToken()).orThrow();
        }
        users.advance(SignIn.LONGEST.minus(Duration.ofDays(88)));

        assertThat(refusal(users.refreshes(tokens.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(users.signsIn("ann@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void signingOutEndsThisSignInAndNoOther() {
        IssuedTokens elsewhere = users.signsIn("ann@example.com", PASSWORD).orThrow();

        users.signOut.here(first.refreshToken());
        users.signOut.here(first.refreshToken());
        users.signOut.here("never given out");

        assertThat(refusal(users.refreshes(first.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(users.refreshes(elsewhere.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void signingOutWithASpentTokenEndsItsSignIn() {
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();

        users.signOut.here(first.refreshToken());

        assertThat(refusal(users.refreshes(second.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void signingOutEverywhereEndsAllSignInsUntilTheNext() {
        IssuedTokens elsewhere = users.signsIn("ann@example.com", PASSWORD).orThrow();

        users.signOut.everywhere(first.user().id());

        assertThat(refusal(users.refreshes(first.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(users.refreshes(elsewhere.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        IssuedTokens again = users.signsIn("ann@example.com", PASSWORD).orThrow();
        assertThat(users.refreshes(again.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTokenSignedWithTheKeyBeforeARenewalIsStillGood() {
        users.keys.rotate();
        IssuedTokens second = users.refreshes(first.refreshToken()).orThrow();

        assertThat(users.tokens.verify(first.accessToken())).isPresent();
        assertThat(users.tokens.verify(second.accessToken())).isPresent();
    }
}
