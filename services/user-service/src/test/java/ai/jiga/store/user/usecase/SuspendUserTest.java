package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.jiga.store.audit.AuditEntry;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspendUserTest {
    private static final String ANN = "ann@example.com";
    private static final String BOSS = "boss@example.com";
    private static final UserId OPERATOR = UserId.of("the-operator");

    private final UserProcess users;

    SuspendUserTest(@TempDir Path folder) {
        users = new UserProcess(
                folder, UserProcess.operator(BOSS, Optional.of(UserProcess.PASSWORD)), new Passwords(2, 100));
    }

    @AfterEach
    void close() {
        users.close();
    }

    private Outcome<UserAccount> suspends(UserId user) {
        return users.suspensions.suspend(OPERATOR, user, "spam", null);
    }

    private String keyOf(IssuedTokens ann) {
        var wish = new KeyWish(List.of(Scope.HIRE), null, null, null, null);
        KeyView made = users.apiKeys
                .make(ann.user().id(), "server", ApiKey.Kind.SECRET, ApiKey.Mode.LIVE, wish)
                .orThrow();
        return Objects.requireNonNull(made.key());
    }

    @Test
    void whoIsSuspendedIsOutAtOnceAndStaysOut() {
        IssuedTokens ann = users.registered(ANN);

        suspends(ann.user().id()).orThrow();

        assertThat(users.accepted.verify(ann.accessToken())).isEmpty();
        assertThat(UserProcess.refusal(users.refreshes(ann.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        var refused = UserProcess.rejection(users.signsIn(ANN, UserProcess.PASSWORD));
        assertThat(refused.code()).isEqualTo(ErrorCode.ACCOUNT_SUSPENDED);
        assertThat(refused.extra()).containsEntry("reason", "spam");
    }

    @Test
    void whoDoesNotKnowThePasswordLearnsNothingOfIt() {
        suspends(users.registered(ANN).user().id()).orThrow();

        assertThat(UserProcess.refusal(users.signsIn(ANN, "some other words")))
                .isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void itIsOverWhenItsTimeIsOrAnOperatorSaysSo() {
        UserId ann = users.registered(ANN).user().id();
        var tomorrow = users.process.clock().instant().plus(Duration.ofDays(1));
        users.suspensions.suspend(OPERATOR, ann, "spam", tomorrow).orThrow();
        assertThat(UserProcess.refusal(users.signsIn(ANN, UserProcess.PASSWORD)))
                .isEqualTo(ErrorCode.ACCOUNT_SUSPENDED);

        users.advance(Duration.ofDays(1));
        users.signsIn(ANN, UserProcess.PASSWORD).orThrow();

        suspends(ann).orThrow();
        users.suspensions.restore(OPERATOR, ann, "a mistake").orThrow();
        users.signsIn(ANN, UserProcess.PASSWORD).orThrow();
    }

    @Test
    void keysOpenNothingUntilTheirOwnerIsInAgain() {
        IssuedTokens ann = users.registered(ANN);
        String key = keyOf(ann);
        assertThat(users.accepted.verify(key)).isPresent();

        suspends(ann.user().id()).orThrow();
        assertThat(users.accepted.verify(key)).as("remembered").isEmpty();
        users.advance(Duration.ofHours(1));
        assertThat(users.accepted.verify(key)).as("read anew").isEmpty();

        users.suspensions.restore(OPERATOR, ann.user().id(), "a mistake").orThrow();
        assertThat(users.accepted.verify(key)).isPresent();
    }

    @Test
    void theOperatorsAccountIsNotSuspendedNorIsOneThatIsNotThere() {
        UserId boss = users.registered(BOSS).user().id();

        assertThat(UserProcess.refusal(suspends(boss))).isEqualTo(ErrorCode.OPERATORS_ACCOUNT);
        assertThat(UserProcess.refusal(suspends(UserId.of("nobody")))).isEqualTo(ErrorCode.USER_NOT_FOUND);
        assertThat(audited()).isEmpty();
    }

    @Test
    void oneThatWouldBeOverAlreadyIsRefused() {
        UserId ann = users.registered(ANN).user().id();

        assertThat(UserProcess.refusal(users.suspensions.suspend(
                        OPERATOR, ann, "spam", users.process.clock().instant())))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
    }

    @Test
    void theAuditLogSaysWhoDidItWhyAndHowItStood() {
        UserId ann = users.registered(ANN).user().id();
        suspends(ann).orThrow();
        users.advance(Duration.ofMinutes(1));
        users.suspensions.restore(OPERATOR, ann, "a mistake").orThrow();
        users.suspensions.restore(OPERATOR, ann, "once more").orThrow();

        assertThat(audited())
                .extracting(AuditEntry::act, AuditEntry::reason, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple("user.restore", "a mistake", "suspended", "in"),
                        tuple("user.suspend", "spam", "in", "suspended"));
    }

    private List<AuditEntry> audited() {
        return users.process
                .foundation()
                .audit()
                .list(AuditLog.Search.ALL, 10, null)
                .items();
    }

    @Test
    void usersAreFoundByAddressIdAndTheBeginningOfTheirName() {
        IssuedTokens ann = users.registers(ANN, UserProcess.PASSWORD, "Ann Archer", null, null)
                .orThrow();
        users.advance(Duration.ofMinutes(1));
        users.registers("bo@example.com", UserProcess.PASSWORD, "Annabel", null, null)
                .orThrow();

        assertThat(found(" ANN@example.com ")).containsExactly("Ann Archer");
        assertThat(found(ann.user().id().value())).containsExactly("Ann Archer");
        assertThat(found("ann")).containsExactly("Ann Archer", "Annabel");
        assertThat(found("ann a")).containsExactly("Ann Archer");
        assertThat(found("zoe")).isEmpty();
        assertThat(found(null)).containsExactly("Annabel", "Ann Archer");
    }

    private List<String> found(@Nullable String text) {
        return users.finding.find(text, 10, null).items().stream()
                .map(UserAccount::displayName)
                .toList();
    }
}
