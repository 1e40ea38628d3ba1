package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.DescriptionLinters.Verdict;
import ai.jiga.store.emulators.testkit.Emulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the store serves at `/openapi`, read by the recommended rules of others.
@ExtendWith(RunningStore.class)
class DescriptionTest {
    @Test
    void redoclyHasNothingToSay(Client anybody, @TempDir Path room) throws IOException {
        Verdict verdict = read(anybody, room, DescriptionLinters::redocly);
        assertThat(verdict.exitCode()).as(verdict.said()).isZero();
        assertThat(verdict.said()).doesNotContainPattern("You have \\d+ warning");
    }

    @Test
    void spectralHasNothingToSay(Client anybody, @TempDir Path room) throws IOException {
        Verdict verdict = read(anybody, room, DescriptionLinters::spectral);
        assertThat(verdict.exitCode()).as(verdict.said()).isZero();
    }

    private static Verdict read(Client anybody, Path room, BiFunction<DescriptionLinters, Path, Verdict> linter)
            throws IOException {
        DescriptionLinters linters = Emulators.orSkipped(DescriptionLinters::installed);
        Client.Answer served = anybody.get(anybody.url("/openapi"), "Accept", "application/yaml");
        assertThat(served.status()).isEqualTo(200);
        return linter.apply(linters, Files.writeString(room.resolve("openapi.yaml"), served.content()));
    }
}
