package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.wiring.Lifetimes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedProfileTest {
    @TempDir
    Path folder;

    private static String shown(UserProcess process, UserId id) {
        return process.profile.read(id).orThrow().displayName();
    }

    /// Behind the cache's back.
    private static void overwrite(UserProcess process, UserId id, String name) {
        process.process.store().transact(tx -> {
            User user = tx.get(UserCollections.user(id)).orElseThrow().value();
            tx.set(
                    UserCollections.user(id),
                    user.withProfile(
                            new Profile(name, null, null), user.updatedAt().plusSeconds(1)));
            return name;
        });
    }

    @Test
    void aProfileIsReadOnceInTenMinutesAndWrittenThrough() {
        try (var process = new UserProcess(folder)) {
            UserId ann = process.registered("ann@example.org").user().id();
            assertThat(shown(process, ann)).isEqualTo("Ann");
            overwrite(process, ann, "Behind");
            assertThat(shown(process, ann)).isEqualTo("Ann");

            process.profile.replace(ann, "Anna", null, null, new IfMatch(null)).orThrow();
            overwrite(process, ann, "Behind");
            assertThat(shown(process, ann)).isEqualTo("Anna");

            process.advance(Lifetimes.PROFILES.plus(Duration.ofSeconds(1)));
            assertThat(shown(process, ann)).isEqualTo("Behind");
        }
    }

    @Test
    void whatIsRefusedIsNotKept() {
        try (var process = new UserProcess(folder)) {
            UserId ann = process.registered("ann@example.org").user().id();
            assertThat(refusal(process.profile.replace(ann, "Anna", null, null, new IfMatch("\"7\""))))
                    .isEqualTo(ErrorCode.PRECONDITION_FAILED);
            assertThat(shown(process, ann)).isEqualTo("Ann");
            assertThat(refusal(process.profile.read(UserId.of("nobody")))).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
    }
}
