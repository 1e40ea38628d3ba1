package ai.jiga.store.e2e;

import ai.jiga.store.emulators.MissingToolException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs that others wrote to read descriptions by their own rules, in the versions that the lock file in
/// `qa/e2e/contract` pins. npm installs them below this module's `target` the first time; no script of theirs runs.
///
/// To renew the lock file: change a version in `package.json`, then, in that folder, `npm install --package-lock-only
/// --ignore-scripts --omit=optional --omit-lockfile-registry-resolved`.
final class DescriptionLinters {
    static final Path RULES = Path.of("contract").toAbsolutePath();

    private static final Path FOLDER = Path.of("target", "contract-tools").toAbsolutePath();
    private static final String LOCK = "package-lock.json";
    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(8);
    private static final Duration READ_WITHIN = Duration.ofMinutes(3);
    private static final int SHOWN = 6_000;

    /// @param exitCode 0 when it found nothing
    /// @param said the end of it
    record Verdict(int exitCode, String said) {}

    /// @throws MissingToolException when node or npm is missing, or npm cannot install
    static DescriptionLinters installed() {
        tool("node");
        try {
            Files.createDirectories(FOLDER);
            try (var file = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = file.lock()) {
                String wanted = Files.readString(RULES.resolve(LOCK));
                Path done = FOLDER.resolve("installed");
                if (!held.isValid()
                        || !Files.exists(done)
                        || !Files.readString(done).equals(wanted)) {
                    Files.deleteIfExists(done);
                    for (String name : List.of("package.json", LOCK)) {
                        Files.copy(RULES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                    install();
                    Files.writeString(done, wanted);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the linters cannot be installed in " + FOLDER, e);
        }
        return new DescriptionLinters();
    }

    private static void install() {
        Verdict npm = run(
                INSTALLED_WITHIN,
                List.of(
                        tool("npm"),
                        "ci",
                        "--ignore-scripts",
                        "--omit=optional",
                        "--no-audit",
                        "--no-fund",
                        "--no-progress"));
        if (npm.exitCode() != 0) {
            throw new MissingToolException("npm could not install the linters: " + npm.said());
        }
    }

    Verdict redocly(Path description) {
        return node(
                "@redocly/cli/bin/cli.js",
                "lint",
                description.toString(),
                "--config=" + RULES.resolve("redocly.yaml"),
                "--format=stylish");
    }

    Verdict spectral(Path description) {
        return node(
                "@stoplight/spectral-cli/dist/index.js",
                "lint",
                description.toString(),
                "--ruleset=" + RULES.resolve("spectral.yaml"),
                "--fail-severity=hint");
    }

    private static Verdict node(String program, String... words) {
        var command = new ArrayList<String>();
        command.add(tool("node"));
        command.add(FOLDER.resolve("node_modules").resolve(program).toString());
        command.addAll(List.of(words));
        return run(READ_WITHIN, command);
    }

    private static Verdict run(Duration within, List<String> command) {
        try {
            Path said = Files.createTempFile(FOLDER, "said-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("REDOCLY_TELEMETRY", "off");
            builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
                String all = Files.readString(said);
                return new Verdict(
                        ended ? process.exitValue() : -1,
                        ended ? all.substring(Math.max(0, all.length() - SHOWN)) : "not in time: " + command);
            } finally {
                process.destroyForcibly();
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it ran: " + command, e);
        }
    }

    private static String tool(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new MissingToolException("Reading the description needs " + name
                        + ", which is not on the PATH. Install Node.js 20.19 or newer with npm (see"
                        + " https://nodejs.org)."));
    }
}
