package ai.jiga.store.assets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.testkit.AssetStoreContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAssetsTest extends AssetStoreContract {
    private static final URI BASE = URI.create("https://store.example/assets/");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final AssetName NAME = new AssetName("ab".repeat(32), 512);

    @TempDir
    Path folder;

    @Override
    protected AssetStore store() {
        return FolderAssets.open(folder, BASE, InstantSource.fixed(NOW));
    }

    @Test
    void anAssetIsOneFileAndNothingHalfWrittenStays() throws IOException {
        AssetStore store = store();
        store.put(NAME, new byte[] {1, 2, 3});
        store.put(NAME, new byte[] {4});

        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve("ab").resolve(NAME.toString()));
        }
    }

    @Test
    void anotherStartFindsWhatWasPut() throws IOException {
        store().put(NAME, new byte[] {1, 2, 3});

        try (var content = store().open(NAME).orElseThrow()) {
            assertThat(content.stream().readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void whatACrashLeftHalfWrittenIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
        store();
        Path old = Files.writeString(folder.resolve("unfinished").resolve("1.new"), "half");
        Path fresh = Files.writeString(folder.resolve("unfinished").resolve("2.new"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW.minus(Duration.ofHours(1))));

        store();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void theAddressIsAbsoluteAndEndsWithASlash() {
        for (String bad : new String[] {"/assets/", "https://store.example/assets"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FolderAssets.open(folder, URI.create(bad), InstantSource.fixed(NOW)));
        }
    }
}
