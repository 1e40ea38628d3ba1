package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Access tokens that are not what they say.
@ExtendWith(RunningStore.class)
class TokensTest {
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final StoreProcess process;
    private final Client store;
    private final Person player;
    private final SignedJWT real;

    TokensTest(StoreProcess process, Client store) throws ParseException {
        this.process = process;
        this.store = store;
        player = Person.register(store);
        real = SignedJWT.parse(Objects.requireNonNull(player.client().token()));
    }

    @Test
    void nobodyIsToldToSignIn() {
        store.get("/profile/wallet").isProblem(401, "UNAUTHORIZED");
        store.get("/profile/wallet", "Authorization", "Basic cGxheWVyOnBsYXllcg==")
                .isProblem(401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsRefused(String token) {
        refused(token);
    }

    @Test
    void aTokenWithOneLetterChangedIsRefused() throws ParseException {
        String[] parts = real.serialize().split("\\.");
        var operator = new JWTClaimsSet.Builder(real.getJWTClaimsSet()).claim("role", "admin");

        refused(parts[0] + "." + Base64URL.encode(operator.build().toString()) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + (parts[2].startsWith("A") ? "B" : "A") + parts[2].substring(1));
        refused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws ParseException {
        refused(new PlainJWT(real.getJWTClaimsSet()).serialize());
    }

    @Test
    void aTokenSignedByAStrangerIsRefusedEvenUnderOurKeysName() throws Exception {
        ECKey strangers = new ECKeyGenerator(Curve.P_256).generate();

        refused(signed(real.getJWTClaimsSet(), real.getHeader().getKeyID(), new ECDSASigner(strangers)));
        refused(signed(real.getJWTClaimsSet(), "strangers", new ECDSASigner(strangers)));
    }

    @Test
    void aTokenThatTakesOurPublicKeyForASecretIsRefused() throws Exception {
        byte[] published =
                store.get(store.url("/.well-known/jwks.json")).is(200).bytes();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(ACCESS_TOKEN)
                .keyID(real.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, real.getJWTClaimsSet());
        forged.sign(new MACSigner(published));

        refused(forged.serialize());
    }

    @Test
    void ourOwnKeyMakesATokenThatIsTakenUntilItExpiresAndForThisStoreOnly() throws Exception {
        ECKey ours = signingKey();
        JWTClaimsSet claims = real.getJWTClaimsSet();
        var past = new JWTClaimsSet.Builder(claims)
                .issueTime(Date.from(Instant.now().minusSeconds(902)))
                .expirationTime(Date.from(Instant.now().minusSeconds(2)));
        var elsewhere = new JWTClaimsSet.Builder(claims).issuer("https://another.example");
        var forOthers = new JWTClaimsSet.Builder(claims).audience("somebody-else");
        var tomorrow = new JWTClaimsSet.Builder(claims)
                .issueTime(Date.from(Instant.now().plusSeconds(86_400)))
                .expirationTime(Date.from(Instant.now().plusSeconds(90_000)));

        Answer taken = store.as(signed(claims, ours.getKeyID(), new ECDSASigner(ours)))
                .get("/auth/user")
                .is(200);
        assertThat(taken.text("/id")).isEqualTo(player.id());
        for (var wrong : new JWTClaimsSet.Builder[] {past, elsewhere, forOthers, tomorrow}) {
            refused(signed(wrong.build(), ours.getKeyID(), new ECDSASigner(ours)));
        }
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        Answer signIn = store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .is(200);

        refused(signIn.text("/refreshToken"));
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsTheSignIn() {
        Answer signIn = store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .is(200);
        Map<String, String> old = Map.of("refreshToken", signIn.text("/refreshToken"));
        String next = store.post("/auth/refresh", old).is(200).text("/refreshToken");

        store.post("/auth/refresh", old).isProblem(401, "REFRESH_TOKEN_REUSED");

        store.post("/auth/refresh", Map.of("refreshToken", next)).is(401);
    }

    @Test
    void anOperatorsPagesAreForOperators() {
        player.client().get("/admin/books").isProblem(403, "FORBIDDEN");
        store.get("/admin/books").isProblem(401, "UNAUTHORIZED");
        Person.operator(store).client().get("/admin/books").is(200);
    }

    private void refused(String token) {
        store.as(token).get("/profile/wallet").isProblem(401, "INVALID_TOKEN");
        // On a public page too: its sender believes to be somebody.
        store.as(token).get("/marketplace").isProblem(401, "INVALID_TOKEN");
    }

    private static String signed(JWTClaimsSet claims, String keyId, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(ACCESS_TOKEN)
                .keyID(keyId)
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /// As only somebody with the data folder has it.
    private ECKey signingKey() throws Exception {
        return JWKSet.load(process.data().resolve("signing-keys.json").toFile()).getKeys().stream()
                .filter(JWK::isPrivate)
                .findFirst()
                .orElseThrow()
                .toECKey();
    }
}
