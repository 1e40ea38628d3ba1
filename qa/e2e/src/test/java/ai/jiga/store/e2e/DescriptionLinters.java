package ai.jiga.store.e2e;

import ai.jiga.store.e2e.Programs.Verdict;
import ai.jiga.store.emulators.MissingToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    private static final String NODE = "Install Node.js 20.19 or newer with npm (see https://nodejs.org).";
    private static final Map<String, String> QUIET =
            Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    /// @throws MissingToolException when node or npm is missing, or npm cannot install
    static DescriptionLinters installed() {
        tool("node");
        try {
            Programs.installOnce(FOLDER, Files.readString(RULES.resolve(LOCK)), DescriptionLinters::install);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DescriptionLinters();
    }

    private static void install() {
        for (String name : List.of("package.json", LOCK)) {
            try {
                Files.copy(RULES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("the linters cannot be installed in " + FOLDER, e);
            }
        }
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
        return Programs.run(FOLDER, within, QUIET, command);
    }

    private static String tool(String name) {
        return Programs.onThePath(name, NODE);
    }
}
