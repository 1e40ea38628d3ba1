package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersTest {
    private static final String EMULATOR = "127.0.0.1:9099";

    @Test
    void withoutASettingNobodyElseIsAccepted() {
        assertThat(Issuers.read(Map.of())).isEqualTo(Issuers.NONE);
        assertThat(named(" , ")).isEqualTo(Issuers.NONE);
    }

    @Test
    void firebaseAndOthersAreNamedSideBySide() {
        Issuers issuers = named("firebase:jiga-games, https://login.example/realms/play|jiga-store");

        assertThat(issuers.problems()).isEmpty();
        assertThat(issuers.accepted())
                .containsExactly(
                        new Issuer.Firebase("jiga-games"),
                        new Issuer.Oidc("https://login.example/realms/play", "jiga-store"));
        assertThat(issuers.accepted().getFirst().name()).isEqualTo("https://securetoken.google.com/jiga-games");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firebase:",
                "firebase:Games",
                "firebase:a b",
                "login.example|store",
                "http://login.example|store",
                "https://login.example",
                "https://login.example|",
                "https://login.example|two words",
                "https://login.example?x=1|store",
                "https://login.example#x|store",
                "https://user@login.example|store",
                "https://|store",
                "https://securetoken.google.com/jiga-games|jiga-games"
            })
    void whatIsNoIssuerIsSaid(String setting) {
        assertThat(named(setting).problems()).singleElement().asString().contains("JIGA_ISSUERS");
        assertThat(named(setting).accepted()).isEmpty();
    }

    @Test
    void everyMistakeIsListedAtOnce() {
        var settings = new HashMap<String, String>();
        settings.put("JIGA_ISSUERS", "firebase:X,https://login.example,https://store.example|me");
        settings.put("JIGA_PUBLIC_URL", "https://store.example");
        settings.put("FIREBASE_AUTH_EMULATOR_HOST", "here");
        settings.put("JIGA_HOST", "0.0.0.0");
        settings.put("JIGA_PAYMENTS", "stripe");

        assertThat(Issuers.read(settings).problems()).hasSize(8);
    }

    @Test
    void anIssuerIsNamedOnceAndOfFirebaseThereIsOneProject() {
        assertThat(named("https://login.example|a,https://login.example|b").problems())
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(named("firebase:jiga-games,firebase:jiga-chess").problems())
                .singleElement()
                .asString()
                .contains("one at most");
    }

    @Test
    void theEmulatorIsForAStoreThatOnlyThisMachineReachesAndThatSellsNothing() {
        assertThat(emulated(Map.of()).problems()).isEmpty();
        assertThat(emulated(Map.of("JIGA_PUBLIC_URL", "http://127.0.0.1:3000", "JIGA_PAYMENTS", "sandbox"))
                        .problems())
                .isEmpty();
        assertThat(emulated(Map.of("JIGA_PUBLIC_URL", "https://store.example")).problems())
                .singleElement()
                .asString()
                .contains("JIGA_PUBLIC_URL");
        assertThat(emulated(Map.of("JIGA_PUBLIC_URL", "http://localhost.evil.example"))
                        .problems())
                .hasSize(1);
        assertThat(emulated(Map.of("JIGA_HOST", "0.0.0.0")).problems())
                .singleElement()
                .asString()
                .contains("JIGA_HOST");
        assertThat(emulated(Map.of("JIGA_PAYMENTS", "stripe")).problems())
                .singleElement()
                .asString()
                .contains("JIGA_PAYMENTS");
        assertThat(Issuers.read(Map.of("FIREBASE_AUTH_EMULATOR_HOST", EMULATOR)).problems())
                .singleElement()
                .asString()
                .contains("no Firebase project");
    }

    private static Issuers named(String setting) {
        return Issuers.read(Map.of("JIGA_ISSUERS", setting));
    }

    private static Issuers emulated(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("JIGA_ISSUERS", "firebase:demo-jiga");
        all.put("FIREBASE_AUTH_EMULATOR_HOST", EMULATOR);
        return Issuers.read(all);
    }
}
