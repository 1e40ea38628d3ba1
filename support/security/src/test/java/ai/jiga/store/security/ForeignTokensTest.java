package ai.jiga.store.security;

import static ai.jiga.store.security.PretendedIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignTokensTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String FIREBASE = "https://securetoken.google.com/jiga-games";
    private static final String UID = "zurPoRQYcTd3QlV95YeWD9sjPtgl";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;
    private final PretendedIssuer issuer = new PretendedIssuer();
    private RSAKey key;
    private ForeignTokens tokens;

    @BeforeEach
    void open() throws Exception {
        key = issuer.addRsa("first");
        tokens = open("firebase:jiga-games," + issuer.name() + "|jiga-store", "");
    }

    private ForeignTokens open(String issuers, String emulator) {
        var settings = Map.of("JIGA_ISSUERS", issuers, "FIREBASE_AUTH_EMULATOR_HOST", emulator);
        return ForeignTokens.of(Issuers.read(settings), clock, new KeyDownloads(issuer.keysPlace()));
    }

    @AfterEach
    void close() {
        tokens.close();
        issuer.close();
    }

    private static JWTClaimsSet.Builder firebase() {
        return new JWTClaimsSet.Builder()
                .issuer(FIREBASE)
                .audience("jiga-games")
                .subject(UID)
                .claim("name", "Ann")
                .claim("email", "ann@example.com")
                .claim("email_verified", false)
                .claim("auth_time", NOON.getEpochSecond() - 60)
                .issueTime(Date.from(NOON.minusSeconds(60)))
                .expirationTime(Date.from(NOON.plusSeconds(3540)));
    }

    private JWTClaimsSet.Builder oidc() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .audience(List.of("another", "jiga-store"))
                .subject("auth0|ann")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(600)));
    }

    @Test
    void aFirebaseUserKeepsTheirId() throws Exception {
        assertThat(tokens.verify(signed(key, firebase().build(), "JWT")))
                .contains(new ForeignToken(
                        UID,
                        FIREBASE,
                        UID,
                        "ann@example.com",
                        false,
                        "Ann",
                        NOON.minusSeconds(60),
                        NOON.plusSeconds(3540)));
    }

    @Test
    void anAddressIsVerifiedOnlyIfTheTokenSaysSo() throws Exception {
        var verified = firebase().claim("email_verified", true);
        var text = firebase().claim("email_verified", "true");
        var silent = firebase().claim("email_verified", null);

        assertThat(tokens.verify(signed(key, verified.build())).orElseThrow().emailVerified())
                .isTrue();
        assertThat(tokens.verify(signed(key, text.build())).orElseThrow().emailVerified())
                .isFalse();
        assertThat(tokens.verify(signed(key, silent.build())).orElseThrow().emailVerified())
                .isFalse();
    }

    @Test
    void anotherIssuersUserHasAnIdThatNoOtherIssuerCanName() throws Exception {
        String id = tokens.verify(signed(key, oidc().build())).orElseThrow().userId();

        assertThat(id).matches("x-[0-9a-f]{64}");
        assertThat(tokens.verify(signed(key, oidc().build())).orElseThrow().userId())
                .isEqualTo(id);
        assertThat(tokens.verify(signed(key, oidc().subject("auth0|bob").build()))
                        .orElseThrow()
                        .userId())
                .isNotEqualTo(id);
        assertThat(tokens.verify(signed(key, oidc().subject(UID).build()))
                        .orElseThrow()
                        .userId())
                .isNotEqualTo(UID);
    }

    @Test
    void es256IsTakenAsWellAndSoIsAnAccessToken() throws Exception {
        assertThat(tokens.verify(signed(issuer.addEc("ec"), oidc().build(), "at+jwt")))
                .isPresent();
    }

    @Test
    void whatClaimsAreWrongIsRefused() throws Exception {
        Date past = Date.from(NOON.minusSeconds(1));
        Date soon = Date.from(NOON.plusSeconds(31));
        for (var wrong : Stream.of(
                        firebase().issuer("https://securetoken.google.com/another"),
                        firebase().issuer(null),
                        firebase().audience("another"),
                        firebase().audience(List.of("jiga-games", "another")),
                        firebase().audience(List.of()),
                        firebase().subject(""),
                        firebase().subject(null),
                        firebase().expirationTime(past),
                        firebase().expirationTime(Date.from(NOON)),
                        firebase().expirationTime(null),
                        firebase().issueTime(soon),
                        firebase().issueTime(null),
                        firebase().notBeforeTime(soon),
                        firebase().claim("auth_time", null),
                        firebase().claim("auth_time", NOON.getEpochSecond() + 31),
                        firebase().claim("auth_time", "yesterday"),
                        oidc().audience("another"),
                        oidc().subject(" "),
                        oidc().subject("s".repeat(256)),
                        oidc().claim("auth_time", NOON.getEpochSecond() + 31))
                .map(JWTClaimsSet.Builder::build)
                .toList()) {
            assertThat(tokens.verify(signed(key, wrong))).as(wrong.toString()).isEmpty();
        }
    }

    @Test
    void aFirebaseUidThatCouldNameAUserOfOursIsRefused() throws Exception {
        for (String uid : List.of(
                "0197a2c4-1111-7000-8000-123456789abc",
                "system",
                "demo-player",
                "nobody",
                "x-" + "0".repeat(64),
                "a/b" + "c".repeat(30),
                "steam:12345678901234567890",
                "u".repeat(129))) {
            assertThat(tokens.verify(signed(key, firebase().subject(uid).build())))
                    .as(uid)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotSignedByTheIssuersKeyIsRefused() throws Exception {
        RSAKey strangers = new RSAKeyGenerator(2048).keyID("first").generate();
        var claims = firebase().build();

        assertThat(tokens.verify(signed(strangers, claims))).isEmpty();
        assertThat(tokens.verify(signed(key, claims) + "x")).isEmpty();
        assertThat(tokens.verify(new PlainJWT(claims).serialize())).isEmpty();
        assertThat(tokens.verify(signed(key, claims, "receipt+jws"))).isEmpty();
        for (JWSAlgorithm other : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            assertThat(tokens.verify(with(new JWSHeader.Builder(other).keyID("first"), claims)))
                    .isEmpty();
        }
        assertThat(tokens.verify(with(new JWSHeader.Builder(JWSAlgorithm.RS256), claims)))
                .as("without kid")
                .isEmpty();
        var taken = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
        taken.sign(new MACSigner(new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8)));
        assertThat(tokens.verify(taken.serialize()))
                .as("the public key as a secret")
                .isEmpty();
        var embedded = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine").jwk(strangers.toPublicJWK());
        var own = new SignedJWT(embedded.build(), claims);
        own.sign(new RSASSASigner(strangers));
        assertThat(tokens.verify(own.serialize())).as("a key of its own").isEmpty();
    }

    private String with(JWSHeader.Builder header, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(header.build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void aTokenWithoutASignatureIsTakenWithTheEmulatorAndNeverWithoutIt() {
        String unsigned = new PlainJWT(firebase().build()).serialize();
        try (ForeignTokens emulated = open("firebase:jiga-games," + issuer.name() + "|jiga-store", "127.0.0.1:9099")) {
            assertThat(emulated.verify(unsigned)).isPresent();
            assertThat(emulated.verify(
                            new PlainJWT(firebase().audience("another").build()).serialize()))
                    .isEmpty();
            assertThat(emulated.verify(new PlainJWT(oidc().build()).serialize()))
                    .as("another issuer's")
                    .isEmpty();
        }
        assertThat(tokens.verify(unsigned)).isEmpty();
    }

    @Test
    void anIssuerWhoseDescriptionNamesAnotherIsNotBelieved() throws Exception {
        issuer.describedAs = "http://127.0.0.1:1";

        assertThat(tokens.verify(signed(key, oidc().build()))).isEmpty();
        assertThat(issuer.downloads).hasValue(0);
        assertThat(tokens.troubles()).hasSize(2).anyMatch(trouble -> trouble.contains(issuer.name()));
    }

    @Test
    void withNobodyAcceptedNothingIsTaken() throws Exception {
        try (ForeignTokens nobody = ForeignTokens.of(Issuers.NONE, clock)) {
            assertThat(nobody.verify(signed(key, firebase().build()))).isEmpty();
            assertThat(nobody.troubles()).isEmpty();
        }
    }
}
