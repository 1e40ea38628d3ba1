package ai.jiga.store.emulators;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The vendor's `firebase-tools`, in the version that the lock file in this module's resources pins. npm
/// installs it the first time it is asked for (some 600 packages, 220 MB, under a minute), into a folder
/// that later runs find again. No script of a package runs, and optional ones, which are native, stay away.
///
/// To renew the lock file: change the version in `package.json`, then, in that folder, `npm install
/// --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved`; a test sees to it that no
/// address of a registry is left.
public final class FirebaseTools {
    static final String PACKAGE = "package.json";
    static final String LOCK = "package-lock.json";

    private static final String RESOURCES = "firebase/";
    private static final Path PROGRAM = Path.of("node_modules", "firebase-tools", "lib", "bin", "firebase.js");
    private static final String DONE = "installed";
    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(8);
    private static final int SHOWN = 2_000;

    private final Map<String, String> environment;
    private final Path folder;

    /// @param environment its `PATH` is where node and npm are looked for
    /// @param folder where it is, or will be, installed
    public FirebaseTools(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /// Installed below the build folder of this checkout, or below the folder for temporary files outside of
    /// one.
    public static FirebaseTools ofThisMachine() {
        Path build = Path.of(System.getProperty("java.io.tmpdir")).resolve("jiga");
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve("mvnw"))) {
                build = place.resolve("target");
                break;
            }
        }
        return new FirebaseTools(System.getenv(), build.resolve("firebase-tools"));
    }

    /// What runs it: node and the program.
    ///
    /// @throws MissingToolException when node or npm is missing, or npm cannot install
    List<String> command() {
        Path node = tool("node");
        install();
        return List.of(node.toString(), folder.resolve(PROGRAM).toString());
    }

    private Path tool(String name) {
        return List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MissingToolException("The Firebase emulators need " + name
                        + ", which is not on the PATH. Install Node.js 20 or newer with npm, on Debian and Ubuntu with"
                        + " `apt-get install nodejs npm` (see https://nodejs.org)."));
    }

    /// Once for each version, however many processes ask at the same time.
    private void install() {
        try {
            Files.createDirectories(folder);
            try (var lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                String wanted = resource(LOCK);
                Path done = folder.resolve(DONE);
                if (held.isValid()
                        && Files.exists(done)
                        && Files.readString(done).equals(wanted)) {
                    return;
                }
                Files.deleteIfExists(done);
                copy(PACKAGE);
                copy(LOCK);
                npm();
                Files.writeString(done, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("firebase-tools cannot be installed in " + folder, e);
        }
    }

    private void npm() throws IOException {
        Path said = folder.resolve("npm.log");
        var builder = new ProcessBuilder(
                        tool("npm").toString(),
                        "ci",
                        "--ignore-scripts",
                        "--omit=optional",
                        "--no-audit",
                        "--no-fund",
                        "--no-progress")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Process npm = builder.start();
        try {
            boolean ended = npm.waitFor(INSTALLED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (!ended || npm.exitValue() != 0) {
                String all = Files.readString(said);
                throw new MissingToolException("npm could not install firebase-tools"
                        + (ended ? ": " + all.substring(Math.max(0, all.length() - SHOWN)) : " in time."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while npm installed firebase-tools", e);
        } finally {
            npm.destroyForcibly();
        }
    }

    private void copy(String name) throws IOException {
        try (InputStream from = open(name)) {
            Files.copy(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream from = open(name)) {
            return new String(from.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        return Optional.ofNullable(FirebaseTools.class.getResourceAsStream(RESOURCES + name))
                .orElseThrow(() -> new IllegalStateException("not in this jar: " + name));
    }
}
