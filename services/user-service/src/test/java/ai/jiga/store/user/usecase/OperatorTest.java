package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.usecase.OpenOperatorAccount.Result;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTest {
    private static final String SECRET = "nine copper weathercocks";

    @TempDir
    Path folder;

    private final CommonPasswords common = new CommonPasswords();

    @Test
    void withAPasswordConfiguredTheAccountIsThereBeforeAnybodyCanRegisterIt() {
        Operator operator = UserProcess.operator("Boss@Example.com", Optional.of(SECRET));
        try (var users = new UserProcess(folder, operator, new Passwords(2, 100))) {
            assertThat(opening(users).open(operator)).isEqualTo(Result.MADE);

            assertThat(refusal(users.registers("boss@example.com", PASSWORD, "Mallory", null, null)))
                    .isEqualTo(ErrorCode.EMAIL_TAKEN);
            IssuedTokens boss = users.signsIn("boss@example.com", SECRET).orThrow();
            assertThat(boss.user().role()).isEqualTo("admin");
            assertThat(users.tokens.verify(boss.accessToken()).orElseThrow().role())
                    .isEqualTo("admin");
            assertThat(users.process.outbox())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.event().type()).isEqualTo(UserRegistered.TYPE));
            assertThat(opening(users).open(operator)).isEqualTo(Result.AS_CONFIGURED);
        }
    }

    @Test
    void whoRegisteredTheAddressBeforeItWasConfiguredIsOut() {
        Operator operator = UserProcess.operator("boss@example.com", Optional.of(SECRET));
        try (var users = new UserProcess(folder, operator, new Passwords(2, 100))) {
            IssuedTokens mallory = users.registered("boss@example.com");

            assertThat(opening(users).open(operator)).isEqualTo(Result.PASSWORD_SET);

            assertThat(refusal(users.signsIn("boss@example.com", PASSWORD))).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
            assertThat(refusal(users.refreshes(mallory.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(users.accepted.verify(mallory.accessToken())).isEmpty();
            assertThat(users.signsIn("boss@example.com", SECRET)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void withPlayMoneyAnAddressAloneMakesItsAccountTheOperators() {
        Operator operator = UserProcess.operator("boss@example.com", Optional.empty());
        try (var users = new UserProcess(folder, operator, new Passwords(2, 100))) {
            assertThat(opening(users).open(operator)).isEqualTo(Result.NOTHING_CONFIGURED);

            assertThat(users.registered("boss@example.com").user().role()).isEqualTo("admin");
            assertThat(users.registered("ann@example.com").user().role()).isEqualTo("user");
        }
    }

    @Test
    void anAddressWithoutAPasswordIsRefusedWhereMoneyIsReal() {
        assertThatThrownBy(() -> Operator.configured(Optional.of("boss@example.com"), Optional.empty(), false, common))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JIGA_ADMIN_PASSWORD");
        assertThat(Operator.configured(Optional.empty(), Optional.empty(), false, common))
                .isEqualTo(Operator.NOBODY);
    }

    @Test
    void whatIsWrongWithTheConfigurationIsSaidWithoutSayingThePassword() {
        assertThatThrownBy(() -> Operator.configured(Optional.empty(), Optional.of(SECRET), true, common))
                .hasMessageContaining("JIGA_ADMIN_EMAIL")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> Operator.configured(Optional.of("boss"), Optional.of(SECRET), true, common))
                .hasMessageContaining("JIGA_ADMIN_EMAIL");
        assertThatThrownBy(
                        () -> Operator.configured(Optional.of("boss@example.com"), Optional.of("short"), true, common))
                .hasMessageContaining("JIGA_ADMIN_PASSWORD")
                .hasMessageNotContaining("short");
    }

    @Test
    void thePlatformIsAUserWhoCannotSignIn() {
        try (var users = new UserProcess(folder)) {
            assertThat(users.users.find(UserId.SYSTEM).orElseThrow().displayName())
                    .isEqualTo("JIGA Store");
            assertThat(users.users.find(UserId.of("nobody"))).isEmpty();
        }
    }

    private static OpenOperatorAccount opening(UserProcess users) {
        return new OpenOperatorAccount(
                users.process.store(),
                users.outbox,
                users.process.clock(),
                users.process.foundation().ids()::next,
                users.passwords,
                users.ends);
    }
}
