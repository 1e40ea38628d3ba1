package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.EmailAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedDemoAccountsTest {
    @TempDir
    Path folder;

    @Test
    void twoAccountsAreMadeOnceAndCanSignIn() {
        try (var users = new UserProcess(folder)) {
            var seed =
                    new SeedDemoAccounts(users.process.store(), users.outbox, users.process.clock(), users.passwords);

            assertThat(seed.seed()).hasSize(2);
            assertThat(seed.seed()).isEmpty();

            assertThat(users.process.outbox())
                    .allSatisfy(entry -> assertThat(entry.event().type()).isEqualTo(UserRegistered.TYPE))
                    .extracting(entry -> entry.key())
                    .containsExactly("demo-player", "demo-owner");
            IssuedTokens player = users.signsIn("player@demo.jiga.local", SeedDemoAccounts.PASSWORD)
                    .orThrow();
            assertThat(player.user().id()).isEqualTo(UserId.of("demo-player"));
            assertThat(player.user().role()).isEqualTo("user");
        }
    }

    @Test
    void anAddressThatSomebodyHasAlreadyIsLeftAlone() {
        try (var users = new UserProcess(folder)) {
            IssuedTokens other = users.registered("owner@demo.jiga.local");
            var seed =
                    new SeedDemoAccounts(users.process.store(), users.outbox, users.process.clock(), users.passwords);

            assertThat(seed.seed()).extracting(SeedDemoAccounts.Demo::id).containsExactly(UserId.of("demo-player"));
            assertThat(users.users.find(UserId.of("demo-owner"))).isEmpty();
            assertThat(users.users.find(other.user().id())).isPresent();
        }
    }

    @Test
    void theAddressesAreInTheFormInWhichAddressesAreCompared() {
        for (var demo : SeedDemoAccounts.ACCOUNTS) {
            assertThat(EmailAddress.parse(demo.email().value())).contains(demo.email());
        }
    }
}
