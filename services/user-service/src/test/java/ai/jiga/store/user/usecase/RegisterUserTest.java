package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static ai.jiga.store.user.usecase.UserProcess.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserView;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.user.model.UserCollections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterUserTest {
    @TempDir
    Path folder;

    private UserProcess users;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void whoRegistersIsSignedIn() {
        IssuedTokens tokens = users.registers(
                        " Ann@Example.COM ", PASSWORD, "  Ann  ", "Brazilian", "America/Sao_Paulo")
                .orThrow();

        assertThat(tokens.user().email()).isEqualTo("ann@example.com");
        assertThat(tokens.user().displayName()).isEqualTo("Ann");
        assertThat(tokens.user().role()).isEqualTo("user");
        assertThat(tokens.expiresIn()).isEqualTo(900);
        var now = users.process.clock().instant();
        assertThat(users.tokens.verify(tokens.accessToken())).hasValueSatisfying(verified -> {
            assertThat(verified.subject()).isEqualTo(tokens.user().id().value());
            assertThat(verified.role()).isEqualTo("user");
            assertThat(verified.expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(15)));
        });
        assertThat(users.refreshes(tokens.refreshToken())).isInstanceOf(Outcome.Done.class);
        assertThat(users.users.account(tokens.user().id()).orThrow()).isEqualTo(tokens.user());
        assertThat(users.users.find(tokens.user().id()))
                .contains(new UserView(tokens.user().id(), "Ann", "ann@example.com"));
    }

    @Test
    void aRegistrationIsToldToOthersOnce() {
        IssuedTokens tokens = users.registered("ann@example.com");

        assertThat(users.process.outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.event().type()).isEqualTo(UserRegistered.TYPE);
            assertThat(entry.key()).isEqualTo(tokens.user().id().value());
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.event().data().toString()).contains("Ann").doesNotContain("example.com");
        });
    }

    @Test
    void anAddressHasOneAccountHoweverItIsWritten() {
        users.registered("ann@example.com");

        for (String same : new String[] {"ann@example.com", "ANN@Example.com", "\tann@example.com\n"}) {
            assertThat(refusal(users.registers(same, PASSWORD, "Other", null, null)))
                    .isEqualTo(ErrorCode.EMAIL_TAKEN);
        }
        users.registered("ann+games@example.com");
        assertThat(users.process.outbox()).hasSize(2);
    }

    @Test
    void ofManyWhoRegisterOneAddressAtOnceOneWins() throws Exception {
        var number = new AtomicInteger();
        var outcomes = atOnce(
                6, () -> users.registers("ann@example.com", PASSWORD, "Ann " + number.incrementAndGet(), null, null));

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Done)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Rejected).map(UserProcess::refusal))
                .hasSize(5)
                .containsOnly(ErrorCode.EMAIL_TAKEN);
        assertThat(users.process.outbox()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Rejection no = rejection(users.registers("ann", "short", " ", "12", "Mars/Olympus"));

        assertThat(no.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(no.errors().stream().map(Rejection.FieldError::field))
                .containsExactly("email", "password", "displayName", "nationality", "timezone");
        assertThat(users.process.outbox()).isEmpty();
    }

    @Test
    void nothingAtAllIsRefusedFieldByField() {
        assertThat(rejection(users.registers(null, null, null, null, null)).errors().stream()
                        .map(Rejection.FieldError::field))
                .containsExactly("email", "password", "displayName");
    }

    @Test
    void aPasswordHas10To128Characters() {
        assertThat(refusal(users.registers("a@example.com", "kestrel-9", "Ann", null, null)))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
        String longest = "abcdefg ".repeat(16);
        assertThat(users.registers("b@example.com", longest, "Ann", null, null)).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(users.registers("c@example.com", longest + "!", "Ann", null, null)))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
    }

    @Test
    void aCommonPasswordIsRefusedByARuleOfItsOwn() {
        assertThat(refusal(users.registers("a@example.com", "Password-2026!", "Ann", null, null)))
                .isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
    }

    @Test
    void neitherPasswordNorRefreshTokenIsInTheDocuments() {
        IssuedTokens tokens = users.registered("ann@example.com");

        var user = users.process
                .store()
                .get(UserCollections.user(tokens.user().id()))
                .orElseThrow()
                .value();
        assertThat(user.passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
        var token = UserCollections.refreshToken(tokens.refreshToken());
        assertThat(token.id()).isNotEqualTo(tokens.refreshToken()).hasSize(64);
        assertThat(users.process.store().get(token).orElseThrow().value().toString())
                .doesNotContain(tokens.refreshToken());
        assertThat(UserCollections.USERS.encryptedFields()).containsExactlyInAnyOrder("email", "passwordHash");
    }

    @Test
    void whatMayBeLoggedHoldsNoSecret() {
        IssuedTokens tokens = users.registered("ann@example.com");
        var user = users.process
                .store()
                .get(UserCollections.user(tokens.user().id()))
                .orElseThrow()
                .value();

        assertThat(tokens.toString()).doesNotContain(tokens.refreshToken()).doesNotContain(tokens.accessToken());
        assertThat(user.toString()).doesNotContain("argon2").doesNotContain("example.com");
    }
}
