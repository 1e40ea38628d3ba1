package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.EmailGuard;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.UserCollections;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `straße` and `strasse` are two domains. Accounts that were opened while the store took one for the other go on.
class FormerAddressesTest {
    private static final String SHARP = "ann@stra\u00dfe.example";
    private static final String DOUBLE = "ann@strasse.example";
    private static final String SECRET = "nine copper weathercocks";

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

    /// As it was kept then, whichever of the two was typed.
    private IssuedTokens openedBefore(UserProcess process) {
        IssuedTokens ann = process.registered(DOUBLE);
        keep(process, new EmailGuard(ann.user().id(), null));
        return ann;
    }

    private static void keep(UserProcess process, EmailGuard guard) {
        process.process.store().transact(tx -> {
            tx.set(UserCollections.email(new EmailAddress(DOUBLE)), guard);
            return guard;
        });
    }

    private UserId signsIn(String email) {
        return users.signsIn(email, PASSWORD).orThrow().user().id();
    }

    @Test
    void twoDomainsAreTwoAccounts() {
        IssuedTokens sharp = users.registered(SHARP);
        IssuedTokens twice = users.registered(DOUBLE);

        assertThat(signsIn(SHARP)).isEqualTo(sharp.user().id());
        assertThat(signsIn("Ann@xn--strae-oqa.example")).isEqualTo(sharp.user().id());
        assertThat(signsIn(DOUBLE)).isEqualTo(twice.user().id());
        assertThat(sharp.user().email()).isEqualTo("ann@xn--strae-oqa.example");
        assertThat(refusal(users.registers("ann@xn--strae-oqa.example", PASSWORD, "Other", null, null)))
                .isEqualTo(ErrorCode.EMAIL_TAKEN);
    }

    @Test
    void whoOpenedAnAccountBeforeSignsInByEitherSpellingAndNobodyTakesOneOfThem() {
        IssuedTokens ann = openedBefore(users);

        assertThat(signsIn(SHARP)).isEqualTo(ann.user().id());
        assertThat(signsIn(DOUBLE)).isEqualTo(ann.user().id());
        for (String spelling : new String[] {SHARP, DOUBLE}) {
            assertThat(refusal(users.registers(spelling, PASSWORD, "Other", null, null)))
                    .isEqualTo(ErrorCode.EMAIL_TAKEN);
        }
    }

    @Test
    void theOperatorKeepsTheAccountOfBefore() {
        Operator operator = UserProcess.operator("ann@stra\u00dfe.example", Optional.of(SECRET));
        try (var store = new UserProcess(folder, operator, new Passwords(2, 100))) {
            IssuedTokens ann = openedBefore(store);
            var opening = new OpenOperatorAccount(
                    store.process.store(),
                    store.outbox,
                    store.process.clock(),
                    store.process.foundation().ids()::next,
                    store.passwords,
                    store.ends);

            opening.open(operator);

            Account boss = store.signsIn(SHARP, SECRET).orThrow().user();
            assertThat(boss.id()).isEqualTo(ann.user().id());
            assertThat(boss.email()).isEqualTo("ann@xn--strae-oqa.example");
            assertThat(boss.role()).isEqualTo("admin");
            assertThat(opening.open(operator)).isEqualTo(OpenOperatorAccount.Result.AS_CONFIGURED);
        }
    }
}
