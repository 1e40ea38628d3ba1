package ai.jiga.store.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizeTest {
    @TempDir
    private Path folder;

    @Test
    void theBytesOfAllFilesAreCounted() throws Exception {
        Files.write(folder.resolve("one"), new byte[3]);
        Files.write(Files.createDirectories(folder.resolve("in/it")).resolve("two"), new byte[4]);

        assertThat(FolderSize.of(folder)).isEqualTo(7);
    }

    @Test
    void filesThatGoWhileTheyAreCountedAreNoTrouble() throws Exception {
        Files.write(folder.resolve("stays"), new byte[3]);
        var enough = new AtomicBoolean();
        Thread store = Thread.startVirtualThread(() -> {
            while (!enough.get()) {
                comeAndGo();
            }
        });
        try {
            for (int look = 0; look < 2_000; look++) {
                assertThat(FolderSize.of(folder)).isGreaterThanOrEqualTo(3);
            }
        } finally {
            enough.set(true);
            store.join();
        }
    }

    private void comeAndGo() {
        try {
            Path merged = Files.createDirectories(folder.resolve("index"));
            for (int file = 0; file < 8; file++) {
                Files.write(merged.resolve("_" + file), new byte[1]);
            }
            for (int file = 0; file < 8; file++) {
                Files.delete(merged.resolve("_" + file));
            }
            Files.delete(merged);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
