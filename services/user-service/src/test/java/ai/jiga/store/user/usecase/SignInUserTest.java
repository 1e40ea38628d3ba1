package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static ai.jiga.store.user.usecase.UserProcess.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.user.model.SignInAttempts;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInUserTest {
    private static final String WRONG = "eight quiet lanterns";

    @TempDir
    Path folder;

    private UserProcess users;
    private IssuedTokens ann;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        ann = users.registered("ann@example.com");
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void theRightPasswordSignsInWithTheAddressInAnyForm() {
        IssuedTokens tokens = users.signsIn(" ANN@example.com", PASSWORD).orThrow();

        assertThat(tokens.user()).isEqualTo(ann.user());
        assertThat(tokens.refreshToken()).isNotEqualTo(ann.refreshToken());
        assertThat(users.tokens.verify(tokens.accessToken())).isPresent();
        assertThat(users.refreshes(tokens.refreshToken())).isInstanceOf(Outcome.Done.class);
        assertThat(users.refreshes(ann.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        Rejection wrong = rejection(users.signsIn("ann@example.com", WRONG));

        assertThat(wrong.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(rejection(users.signsIn("bob@example.com", WRONG))).isEqualTo(wrong);
        assertThat(rejection(users.signsIn("no address", WRONG))).isEqualTo(wrong);
        assertThat(rejection(users.signsIn("system@jiga.invalid", WRONG))).isEqualTo(wrong);
    }

    @Test
    void anUnknownAddressWaitsForAHashLikeAKnownOne() {
        // Nothing is hashed any more, so whoever needs a hash is refused.
        users.passwords.close();

        assertThat(refusal(users.signsIn("ann@example.com", WRONG))).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal(users.signsIn("bob@example.com", WRONG))).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal(users.registers("cid@example.com", PASSWORD, "Cid", null, null)))
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordHasToWaitAndThenSignsIn() {
        failTenTimes("ann@example.com");

        Rejection no = rejection(users.signsIn("ann@example.com", PASSWORD));
        assertThat(no.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(no.extra()).containsEntry("retryAfterSeconds", 10L);

        users.advance(SignInAttempts.FIRST_PAUSE);
        assertThat(users.signsIn("ann@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
        // And everything is forgiven.
        for (int i = 1; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(refusal(users.signsIn("ann@example.com", WRONG))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
        assertThat(users.signsIn("ann@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anAddressWithoutAnAccountIsSlowedDownJustTheSame() {
        failTenTimes("bob@example.com");

        assertThat(rejection(users.signsIn("bob@example.com", WRONG)).extra()).containsEntry("retryAfterSeconds", 10L);
        assertThat(users.signsIn("ann@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoIsSignedInStaysSoWhileSomebodyGuesses() {
        failTenTimes("ann@example.com");

        assertThat(users.refreshes(ann.refreshToken())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void guessesThatComeAllAtOnceAreCountedToo() throws Exception {
        var outcomes = atOnce(16, () -> refusal(users.signsIn("ann@example.com", WRONG)));

        assertThat(outcomes.stream().filter(code -> code == ErrorCode.INVALID_CREDENTIALS))
                .hasSize(SignInAttempts.WITHOUT_PAUSE);
        assertThat(outcomes.stream().filter(code -> code == ErrorCode.RATE_LIMITED))
                .hasSize(16 - SignInAttempts.WITHOUT_PAUSE);
    }

    @Test
    void aHashOfOlderParametersIsRenewedWhenItsOwnerSignsIn() {
        var ref = UserCollections.user(ann.user().id());
        User user = users.process.store().get(ref).orElseThrow().value();
        // "correct horse battery" by the reference implementation, 8 MiB, three passes.
        String old = "$argon2id$v=19$m=8192,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$hFYHrwcoBHxAfZDoX/p+PKGbBZL9eCwhXvxYs6X//pw";
        users.process.store().<Boolean>transact(tx -> {
            tx.set(ref, user.rehashed(old));
            return true;
        });

        users.signsIn("ann@example.com", "correct horse battery").orThrow();

        String renewed = Objects.requireNonNull(
                users.process.store().get(ref).orElseThrow().value().passwordHash());
        assertThat(renewed).isNotEqualTo(old);
        assertThat(users.passwords.needsRehash(renewed)).isFalse();
        users.signsIn("ann@example.com", "correct horse battery").orThrow();
    }

    @Test
    void aTokenOfAnotherStoreOrOfAnotherKeyIsNotOurs() {
        var otherKeys = new ai.jiga.store.security.AccessTokens(
                ai.jiga.store.security.SigningKeys.open(folder.resolve("theirs"), users.process.clock()),
                UserProcess.ISSUER,
                "jiga-store",
                users.process.clock());
        var otherIssuer = new ai.jiga.store.security.AccessTokens(
                users.keys, "https://other.example", "jiga-store", users.process.clock());
        var now = users.process.clock().instant();
        String id = ann.user().id().value();
        var signIn = new Admission.SignedIn("s1", 1);

        assertThat(users.tokens.verify(otherKeys.issue(id, "admin", signIn, now)))
                .isEmpty();
        assertThat(users.tokens.verify(otherIssuer.issue(id, "admin", signIn, now)))
                .isEmpty();
        assertThat(users.tokens.verify(ann.refreshToken())).isEmpty();
    }

    @Test
    void anAccessTokenEndsAfterAQuarterOfAnHour() {
        users.advance(Duration.ofMinutes(15));

        assertThat(users.tokens.verify(ann.accessToken())).isEmpty();
    }

    private void failTenTimes(String email) {
        for (int i = 0; i < SignInAttempts.WITHOUT_PAUSE; i++) {
            assertThat(refusal(users.signsIn(email, WRONG))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        }
    }
}
