package ai.jiga.store.app.rules;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout that this test was built in.
final class Checkout {
    private Checkout() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout around " + Path.of("").toAbsolutePath());
    }

    /// @throws IllegalStateException when it is not there: an emulator without its rules lets everybody read
    static Path file(String path) {
        Path file = root().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is missing");
        }
        return file;
    }
}
