package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.atOnce;
import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Preferences;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepProfileTest {
    @TempDir
    Path folder;

    private UserProcess users;
    private UserId ann;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        ann = users.registered("ann@example.com").user().id();
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void aProfileIsReplacedAsAWholeAndToldToOthers() {
        users.profile
                .replace(ann, "Ann", "Brazilian", "Europe/Lisbon", IfMatch.ANY)
                .orThrow();
        users.advance(Duration.ofMinutes(1));

        var changed =
                users.profile.replace(ann, "Anna", null, "UTC", IfMatch.ANY).orThrow();

        assertThat(changed.displayName()).isEqualTo("Anna");
        assertThat(changed.nationality()).isNull();
        assertThat(changed.timezone()).isEqualTo("UTC");
        assertThat(changed.version()).isEqualTo(3);
        assertThat(changed.updatedAt()).isEqualTo(changed.createdAt().plusSeconds(60));
        assertThat(users.profile.read(ann).orThrow()).isEqualTo(changed);
        var last = users.process.outbox().getLast();
        assertThat(last.event().type()).isEqualTo(UserUpdated.TYPE);
        assertThat(last.sequence()).isEqualTo(3);
        assertThat(users.process.outbox()).hasSize(3);
    }

    @Test
    void aChangeAgainstAnOlderVersionIsRefused() {
        users.profile.replace(ann, "Anna", null, null, new IfMatch("\"v1\"")).orThrow();

        assertThat(refusal(users.profile.replace(ann, "Hanna", null, null, new IfMatch("\"v1\""))))
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
        assertThat(users.profile.read(ann).orThrow().displayName()).isEqualTo("Anna");
    }

    @Test
    void ofManyChangesAgainstOneVersionOneIsDone() throws Exception {
        var number = new AtomicInteger();
        var outcomes = atOnce(
                8,
                () -> users.profile.replace(ann, "Ann " + number.incrementAndGet(), null, null, new IfMatch("\"v1\"")));

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Done)).hasSize(1);
        assertThat(users.profile.read(ann).orThrow().version()).isEqualTo(2);
    }

    @Test
    void whatIsAsWishedAlreadyStaysAsItIs() {
        var before = users.profile.read(ann).orThrow();
        users.advance(Duration.ofMinutes(1));

        assertThat(users.profile.replace(ann, " Ann ", "", null, IfMatch.ANY).orThrow())
                .isEqualTo(before);
        assertThat(users.process.outbox()).hasSize(1);
    }

    @Test
    void aChangeOfTheProfileSignsNobodyOut() {
        IssuedTokens tokens =
                users.signsIn("ann@example.com", UserProcess.PASSWORD).orThrow();
        users.profile.replace(ann, "Anna", null, null, IfMatch.ANY).orThrow();

        assertThat(users.refreshes(tokens.refreshToken()).orThrow().user().displayName())
                .isEqualTo("Anna");
    }

    @Test
    void anInvalidProfileIsRefused() {
        assertThat(refusal(users.profile.replace(ann, "x".repeat(51), null, null, IfMatch.ANY)))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
    }

    @Test
    void aTokenThatOutlivedItsUserOpensNothing() {
        UserId gone = UserId.of("gone");

        assertThat(refusal(users.profile.read(gone))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(users.profile.replace(gone, "Ann", null, null, IfMatch.ANY)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(users.users.account(gone))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(users.preferences.replace(gone, dark(), IfMatch.ANY)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void preferencesAreTheDefaultsUntilSomethingIsSet() {
        var defaults = users.preferences.read(ann);
        assertThat(defaults.version()).isZero();
        assertThat(defaults.language()).isEqualTo("en");
        assertThat(defaults.theme()).isEqualTo("system");
        assertThat(defaults.updatedAt()).isNull();

        var set = users.preferences.replace(ann, dark(), new IfMatch("\"v0\"")).orThrow();

        assertThat(set.version()).isEqualTo(1);
        assertThat(set.theme()).isEqualTo("dark");
        assertThat(set.notifications().push()).isFalse();
        assertThat(set.favoriteGames()).containsExactly("Valorant", "FIFA");
        assertThat(users.preferences.read(ann)).isEqualTo(set);
        assertThat(refusal(users.preferences.replace(ann, Preferences.DEFAULTS, new IfMatch("\"v0\""))))
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
    }

    private static Preferences dark() {
        return new Preferences(
                "pt-BR", "dark", new Preferences.Notifications(true, false), List.of("Valorant", "FIFA"));
    }
}
