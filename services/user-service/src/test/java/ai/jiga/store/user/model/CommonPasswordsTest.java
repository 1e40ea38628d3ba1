package ai.jiga.store.user.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
    private final CommonPasswords common = new CommonPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890", "qwertyuiop", "PASSWORD123", "Password-2026!", "p4ssw0rd2026", "P@ssw0rd!!!!",
                "**dragon**2024", "summer2026", "passwordpassword", "dragondragon1", "aaaaaaaaaaaa", "abababababab",
                "abcdefghijkl", "9876543210", "jigastore2026", "Ann.Archer@Example.com", "annarcher", "Ann Archer 1",
                "ann.archer99", "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff441234"
            })
    void whatIsTriedFirstIsCommon(String password) {
        assertThat(common.include(password, new EmailAddress("ann.archer@example.com"), "Ann Archer"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven quiet lanterns", "Ember-4f2a91c0-Kite", "try-the-store", "correct horse battery", "7281930465",
                "xK9#mQ2$vL", "dragon of the north", "summer in lisbon", "annotated archery",
                        "\u4e03\u76cf\u5b89\u9759\u7684\u706f\u7b3c\u5728\u6cb3\u8fb9"
            })
    void whatIsNotIsNot(String password) {
        assertThat(common.include(password, new EmailAddress("ann.archer@example.com"), "Ann Archer"))
                .isFalse();
    }
}
