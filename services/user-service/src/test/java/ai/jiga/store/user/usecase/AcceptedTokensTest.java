package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.ForeignToken;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.Issuers;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.security.TokenVerifier.VerifiedToken;
import ai.jiga.store.user.model.Origin;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the tokens of Firebase's emulator, which need no issuer that answers.
class AcceptedTokensTest {
    private static final String BOSS = "boss@example.com";
    private static final String UID = "zurPoRQYcTd3QlV95YeWD9sjPtgl";
    private static final String FIREBASE = "https://securetoken.google.com/demo-jiga";
    private static final Issuers ISSUERS =
            Issuers.read(Map.of("JIGA_ISSUERS", "firebase:demo-jiga", "FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099"));

    @TempDir
    Path folder;

    private UserProcess users;
    private ForeignTokens foreign;
    private AcceptedTokens accepted;

    @BeforeEach
    void open() {
        users = new UserProcess(folder, UserProcess.operator(BOSS, Optional.empty()), new Passwords(2, 100));
        foreign = ForeignTokens.of(ISSUERS, users.process.clock());
        accepted = new AcceptedTokens(
                users.tokens, users.acceptedKeys, foreign, admission(), users.revocations, users.process.clock());
    }

    @AfterEach
    void close() {
        foreign.close();
        users.close();
    }

    private AdmitForeigner admission() {
        return new AdmitForeigner(users.process.store(), users.outbox, users.process.clock());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = users.process.clock().instant();
        return new JWTClaimsSet.Builder()
                .issuer(FIREBASE)
                .audience("demo-jiga")
                .subject(UID)
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    private static String token(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    private void getsIn(JWTClaimsSet.Builder claims) {
        assertThat(accepted.verify(token(claims))).isPresent();
    }

    private User user() {
        return users.process
                .store()
                .get(UserCollections.user(UserId.of(UID)))
                .orElseThrow()
                .value();
    }

    @Test
    void theFirstTokenOpensAnAccountUnderTheIssuersOwnId() {
        Instant now = users.process.clock().instant();
        String token = token(claims().claim("name", " Ann\u00a0\u00a0of Arc ").claim("email", "Ann@Example.com"));

        assertThat(accepted.verify(token))
                .contains(new VerifiedToken(UID, "user", new Admission.VouchedFor(now), now.plusSeconds(900)));

        User ann = user();
        assertThat(ann.email()).isEqualTo("ann@example.com");
        assertThat(ann.passwordHash()).isNull();
        assertThat(ann.origin()).isEqualTo(new Origin(FIREBASE, UID, false));
        assertThat(users.users.account(ann.id()).orThrow().role()).isEqualTo("user");
        assertThat(users.process.outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.event().type()).isEqualTo(UserRegistered.TYPE);
            assertThat(entry.event().data().get("userId").textValue()).isEqualTo(UID);
        });
    }

    @Test
    void ofTenRequestsAtOnceOneOpensTheAccountAndAllGetIn() throws Exception {
        String token = token(claims().claim("name", "Ann"));

        var answers = UserProcess.atOnce(10, () -> accepted.verify(token));

        assertThat(answers).allMatch(Optional::isPresent);
        assertThat(users.process.outbox()).hasSize(1);
        assertThat(user().version()).isEqualTo(1);
    }

    @Test
    void aTokenThatWasSeenIsKnownAtOnceUntilItExpires() {
        String token = token(claims());

        assertThat(accepted.verifyAtOnce(token)).isEmpty();
        assertThat(accepted.verify(token)).isPresent();
        assertThat(accepted.verifyAtOnce(token)).isPresent();
        users.advance(Duration.ofHours(1));
        assertThat(accepted.verifyAtOnce(token)).isEmpty();
        assertThat(accepted.verify(token)).isEmpty();
    }

    @Test
    void ourOwnTokensAreTakenBesides() {
        IssuedTokens ann = users.registered("ann@example.com");

        assertThat(accepted.verify(ann.accessToken())).isPresent();
        assertThat(accepted.verifyAtOnce(ann.accessToken())).isPresent();
        assertThat(accepted.verify("nonsense")).isEmpty();
    }

    @Test
    void anAddressNeitherTakesNorFindsNorBlocksAnAccount() {
        IssuedTokens local = users.registered("ann@example.com");

        getsIn(claims().claim("email", "ann@example.com").claim("email_verified", true));
        getsIn(claims().subject("B".repeat(28)).claim("email", "bob@example.com"));

        assertThat(local.user().id().value()).isNotEqualTo(UID);
        assertThat(user().origin()).isEqualTo(new Origin(FIREBASE, UID, true));
        assertThat(users.signsIn("ann@example.com", PASSWORD).orThrow().user().id())
                .isEqualTo(local.user().id());
        assertThat(refusal(users.signsIn("bob@example.com", PASSWORD))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        users.registered("bob@example.com");
    }

    @Test
    void nobodyBecomesTheOperatorByAnothersToken() {
        var claims = claims().claim("email", BOSS).claim("email_verified", true).claim("role", "admin");

        assertThat(accepted.verify(token(claims)).orElseThrow().role()).isEqualTo("user");
        assertThat(users.users.account(UserId.of(UID)).orThrow().role()).isEqualTo("user");
        assertThat(users.registered(BOSS).user().role()).isEqualTo("admin");
    }

    @Test
    void whatAnIssuerSaysOfSomebodyIsTakenAsFarAsItCanBeShown() {
        List<String> names = List.of("x".repeat(80), "a\u202Eb", "  ", "\uD83D\uDE00".repeat(60));
        List<String> shown = List.of("x".repeat(50), "Player", "Player", "\uD83D\uDE00".repeat(50));
        for (int i = 0; i < names.size(); i++) {
            String uid = "name" + i + "0".repeat(23);
            getsIn(claims().subject(uid).claim("name", names.get(i)).claim("email", "no address"));

            Account account = users.users.account(UserId.of(uid)).orThrow();
            assertThat(account.displayName()).isEqualTo(shown.get(i));
            assertThat(account.email()).isNull();
        }
    }

    @Test
    void signingOutEverywhereEndsWhatTheIssuerSaidUntilThenAndNothingNewer() {
        String before = token(claims());
        assertThat(accepted.verify(before)).isPresent();
        users.advance(Duration.ofSeconds(1));

        users.signOut.everywhere(UserId.of(UID));

        assertThat(accepted.verify(before)).isEmpty();
        assertThat(accepted.verifyAtOnce(before)).isEmpty();
        users.advance(Duration.ofSeconds(1));
        String after = token(claims());
        assertThat(accepted.verify(after)).isPresent();
        assertThat(accepted.verify(before)).isEmpty();
        // The word of it is forgotten by then, and the token is not over by itself.
        users.advance(Duration.ofMinutes(20));
        assertThat(accepted.verify(before)).isEmpty();
        assertThat(accepted.verify(after)).isPresent();
    }

    @Test
    void anIdThatBelongsToAnotherIssuersUserIsRefused() {
        getsIn(claims());
        Instant start = users.process.clock().instant();
        Instant end = start.plusSeconds(60);
        var another = new ForeignToken(UID, "https://securetoken.google.com/other", UID, null, false, null, start, end);
        String local = users.registered("ann@example.com").user().id().value();
        var taking = new ForeignToken(local, FIREBASE, local, null, false, null, start, end);

        assertThat(admission().admit(another)).isEmpty();
        assertThat(admission().admit(taking)).isEmpty();
    }
}
