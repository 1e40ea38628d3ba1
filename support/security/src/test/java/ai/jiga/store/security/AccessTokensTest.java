package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.UserId;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Admission.SignedIn HERE = new Admission.SignedIn("s1", 3);
    private static final String ISSUER = "http://localhost:3000";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;

    @TempDir
    Path folder;

    private SigningKeys keys;
    private AccessTokens tokens;

    @BeforeEach
    void open() {
        keys = SigningKeys.open(folder, InstantSource.system());
        tokens = new AccessTokens(keys, ISSUER, "jiga-store", clock);
    }

    @Test
    void anIssuedTokenNamesItsSubjectAndRole() {
        String token = tokens.issue("u1", "admin", HERE, NOON);

        assertThat(tokens.verify(token))
                .contains(new TokenVerifier.VerifiedToken("u1", "admin", HERE, NOON.plus(Duration.ofMinutes(15))));
    }

    @Test
    void thePlayersTokenOfTheMostAgentsCarriesAllThatTheStudioAllows() {
        var purse = new Purse(
                UserId.of("studio"),
                List.of(
                        new Budget("player", Dof.of(1), Dof.of(2), Dof.of(3), Dof.of(4)),
                        new Budget("key", Dof.of(5), Dof.of(6), Dof.of(7), Dof.of(8))),
                IntStream.range(0, 20)
                        .mapToObj(agent -> AgentId.of("a".repeat(62) + (10 + agent)))
                        .collect(Collectors.toSet()));
        var admission = new Admission.AsPlayer(
                "k".repeat(36), 3, 2, UserId.of("studio"), purse, NOON.plus(Duration.ofMinutes(1)));

        String token = tokens.issueToPlayer("player", admission, NOON);

        assertThat(purse.budgets()).allSatisfy(budget -> assertThat(budget).hasNoNullFieldsOrProperties());
        assertThat(tokens.verify(token).orElseThrow().admission()).isEqualTo(admission);
    }

    @Test
    void anIssuedTokenHasTheClaimsOfRfc9068() throws Exception {
        SignedJWT jwt = SignedJWT.parse(tokens.issue("u1", "user", HERE, NOON));

        assertThat(jwt.getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "ES256", "typ", "at+jwt", "kid", keys.keyId()));
        assertThat(jwt.getPayload().toJSONObject())
                .containsEntry("iss", ISSUER)
                .containsEntry("aud", "jiga-store")
                .containsEntry("sub", "u1")
                .containsEntry("role", "user")
                .containsEntry("iat", NOON.getEpochSecond())
                .containsEntry("exp", NOON.getEpochSecond() + 900)
                .containsEntry("sid", HERE.id())
                .containsEntry("epoch", HERE.epoch())
                .containsKey("jti")
                .hasSize(9);
    }

    @Test
    void twoTokensOfOneMomentDiffer() {
        assertThat(tokens.issue("u1", "user", HERE, NOON)).isNotEqualTo(tokens.issue("u1", "user", HERE, NOON));
    }

    @Test
    void aTokenEndsAfterFifteenMinutesAlsoWhenItWasVerifiedBefore() {
        String token = tokens.issue("u1", "user", HERE, NOON);
        now.set(NOON.plusSeconds(899));
        assertThat(tokens.verify(token)).isPresent();
        now.set(NOON.plusSeconds(900));
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(new AccessTokens(keys, ISSUER, "jiga-store", clock).verify(token))
                .isEmpty();
    }

    @Test
    void aTokenFromTheFutureIsRefusedBeyondThirtySecondsOfClockSkew() {
        assertThat(tokens.verify(tokens.issue("u1", "user", HERE, NOON.plusSeconds(30))))
                .isPresent();
        assertThat(tokens.verify(tokens.issue("u1", "user", HERE, NOON.plusSeconds(31))))
                .isEmpty();
    }

    @Test
    void aTokenOfAnOlderKeyIsGoodUntilItExpires() {
        String token = tokens.issue("u1", "user", HERE, NOON);
        keys.rotate();

        assertThat(tokens.verify(token)).isPresent();
        assertThat(tokens.verify(tokens.issue("u2", "user", HERE, NOON))).isPresent();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        String claims = tokens.issue("u1", "admin", HERE, NOON).split("\\.")[1];
        for (String alg : List.of("none", "None", "NONE")) {
            String header = encode("{\"alg\":\"" + alg + "\",\"typ\":\"at+jwt\",\"kid\":\"" + keys.keyId() + "\"}");
            assertThat(tokens.verify(header + "." + claims + ".")).isEmpty();
            assertThat(tokens.verify(header + "." + claims)).isEmpty();
            assertThat(tokens.verify(header + "." + claims + ".AAAA")).isEmpty();
        }
    }

    @Test
    void aTokenSignedWithThePublicKeyAsAnHmacSecretIsRefused() throws Exception {
        ECKey published = keys.newest().toPublicJWK();
        byte[] asSecret = published.toECPublicKey().getEncoded();
        byte[] asText = published.toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (byte[] secret : List.of(asSecret, asText)) {
            assertThat(tokens.verify(forge(JWSAlgorithm.HS256, keys.keyId(), good(), new MACSigner(secret))))
                    .isEmpty();
        }
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedUnderItsOwnIdAndUnderOurs() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        var signer = new ECDSASigner(other);

        assertThat(tokens.verify(forge(JWSAlgorithm.ES256, other.getKeyID(), good(), signer)))
                .isEmpty();
        assertThat(tokens.verify(forge(JWSAlgorithm.ES256, keys.keyId(), good(), signer)))
                .isEmpty();
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsNotTrusted() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keys.keyId())
                .jwk(other.toPublicJWK())
                .build();
        var jwt = new SignedJWT(header, good().build());
        jwt.sign(new ECDSASigner(other));

        assertThat(tokens.verify(jwt.serialize())).isEmpty();
    }

    @Test
    void aTokenWithoutAKeyIdIsRefused() throws Exception {
        assertThat(tokens.verify(forge(JWSAlgorithm.ES256, null, good(), ours())))
                .isEmpty();
    }

    @Test
    void oneWrongClaimIsEnoughToRefuse() throws Exception {
        assertThat(tokens.verify(ours(good()))).isPresent();

        assertThat(tokens.verify(ours(good().issuer("https://evil.example")))).isEmpty();
        assertThat(tokens.verify(ours(good().issuer(null)))).isEmpty();
        assertThat(tokens.verify(ours(good().audience("another-store")))).isEmpty();
        assertThat(tokens.verify(ours(good().audience(List.of("jiga-store", "another-store")))))
                .isEmpty();
        assertThat(tokens.verify(ours(good().audience((String) null)))).isEmpty();
        assertThat(tokens.verify(ours(good().subject(null)))).isEmpty();
        assertThat(tokens.verify(ours(good().claim("role", "root")))).isEmpty();
        assertThat(tokens.verify(ours(good().claim("role", List.of("admin"))))).isEmpty();
        assertThat(tokens.verify(ours(good().claim("role", null)))).isEmpty();
        assertThat(tokens.verify(ours(good().expirationTime(null)))).isEmpty();
        assertThat(tokens.verify(ours(good().expirationTime(Date.from(NOON))))).isEmpty();
        assertThat(tokens.verify(ours(good().issueTime(null)))).isEmpty();
        assertThat(tokens.verify(ours(good().jwtID(null)))).isEmpty();
    }

    @Test
    void aReceiptIsNoAccessToken() throws Exception {
        assertThat(tokens.verify(new Signer(keys)
                        .sign("receipt+jws", good().build().toString())
                        .jws()))
                .isEmpty();
        assertThat(tokens.verify(
                        new Signer(keys).sign("JWT", good().build().toString()).jws()))
                .isEmpty();
        assertThatThrownBy(() -> new Signer(keys).sign("at+JWT", "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangedTokenIsRefusedAfterTheRealOneWasVerified() {
        String token = tokens.issue("u1", "user", HERE, NOON);
        assertThat(tokens.verify(token)).isPresent();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);

        String raised = parts[0] + "." + encode(claims.replace("\"user\"", "\"admin\"")) + "." + parts[2];

        assertThat(tokens.verify(raised)).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
        // The all-zero signature that some libraries took (CVE-2022-21449).
        assertThat(tokens.verify(parts[0] + "." + parts[1] + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "Bearer x",
                "null",
                "{}",
                "\u0000",
                "\uD800",
                "eyJhbGciOiJFUzI1NiJ9..",
                "eyJhbGciOiJFUzI1NiJ9.e30.AAAA",
                "\uD83D\uDE00.\uD83D\uDE00.\uD83D\uDE00",
                "e30.e30.e30.e30.e30"
            })
    void nothingThatAStrangerSendsThrows(String hostile) {
        assertThat(tokens.verify(hostile)).isEmpty();
    }

    @Test
    void longDeepAndRandomTextsDoNotThrow() {
        String deep = encode("[".repeat(2900));
        assertThat(tokens.verify(deep + "." + deep + ".AAAA")).isEmpty();
        assertThat(tokens.verify(encode("{\"a\":".repeat(500)) + ".e30.AAAA")).isEmpty();
        assertThat(tokens.verify("a".repeat(5_000_000))).isEmpty();
        String token = tokens.issue("u1", "user", HERE, NOON);
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(random.nextInt(token.length() - 2), (char) random.nextInt(0x250));
            if (!changed.toString().equals(token)) {
                assertThat(tokens.verify(changed.toString())).isEmpty();
            }
        }
    }

    @Test
    void aSignatureHasOneSpelling() {
        String token = Stream.generate(() -> tokens.issue("u1", "user", HERE, NOON))
                .filter(one -> one.substring(one.lastIndexOf('.')).matches(".*[-_].*"))
                .findFirst()
                .orElseThrow();
        int signature = token.lastIndexOf('.') + 1;
        String otherAlphabet = token.substring(0, signature)
                + token.substring(signature).replace('-', '+').replace('_', '/');
        String strayBits = token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) + 1);

        assertThat(tokens.verify(token)).isPresent();
        for (String other : List.of(otherAlphabet, strayBits, token + "=", token + "\n", token.replace(".", "\r."))) {
            assertThat(tokens.verify(other)).as(other).isEmpty();
        }
    }

    @Test
    void rememberedTokensAreBounded() {
        var remembered = new VerifiedTokens(3);
        for (int i = 0; i < 10; i++) {
            remembered.put("h" + i, new TokenVerifier.VerifiedToken("u" + i, "user", HERE, NOON));
        }

        assertThat(remembered.size()).isEqualTo(3);
        assertThat(remembered.get("h9", NOON.minusSeconds(1))).isPresent();
        assertThat(remembered.get("h9", NOON)).isEmpty();
        assertThat(remembered.size()).isEqualTo(2);
        assertThat(remembered.get("h0", NOON.minusSeconds(1))).isEmpty();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("jiga-store")
                .subject("u1")
                .claim("role", "user")
                .claim("sid", HERE.id())
                .claim("epoch", HERE.epoch())
                .jwtID("j1")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(900)));
    }

    private JWSSigner ours() throws Exception {
        return new ECDSASigner(keys.newest());
    }

    private String ours(JWTClaimsSet.Builder claims) throws Exception {
        return forge(JWSAlgorithm.ES256, keys.keyId(), claims, ours());
    }

    private static String forge(
            JWSAlgorithm algorithm,
            @org.jspecify.annotations.Nullable String keyId,
            JWTClaimsSet.Builder claims,
            JWSSigner signer)
            throws Exception {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String encode(String text) {
        return Base64URL.encode(text).toString();
    }
}
