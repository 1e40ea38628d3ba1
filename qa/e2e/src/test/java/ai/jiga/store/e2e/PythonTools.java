package ai.jiga.store.e2e;

import ai.jiga.store.e2e.Programs.Verdict;
import ai.jiga.store.emulators.MissingToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Readers of APIs and of HTTP that are written in Python, in the versions that `contract/requirements.txt` pins. pip
/// installs them the first time into a virtual environment below this module's `target`.
///
/// To renew the pins: change a version in `requirements.in`, install that into an empty virtual environment, and write
/// what `pip freeze` says into `requirements.txt`.
final class PythonTools {
    private static final Path FOLDER = Path.of("target", "python-tools").toAbsolutePath();
    private static final Path ENVIRONMENT = FOLDER.resolve("venv");
    private static final Path RULES = DescriptionLinters.RULES;
    private static final String REQUIREMENTS = "requirements.txt";
    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(8);
    private static final String PYTHON = "Install Python 3.10 or newer with venv and pip (see https://www.python.org).";

    private PythonTools() {}

    /// @throws MissingToolException when Python is missing, or pip cannot install
    static PythonTools installed() {
        String python = Programs.onThePath("python3", PYTHON);
        try {
            Programs.installOnce(
                    FOLDER, python + "\n" + Files.readString(RULES.resolve(REQUIREMENTS)), () -> install(python));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PythonTools();
    }

    private static void install(String python) {
        successful(List.of(python, "-m", "venv", "--clear", ENVIRONMENT.toString()));
        successful(List.of(
                program("python"),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--requirement",
                RULES.resolve(REQUIREMENTS).toString()));
    }

    private static void successful(List<String> command) {
        Verdict ended = Programs.run(FOLDER, INSTALLED_WITHIN, Map.of(), command);
        if (ended.exitCode() != 0) {
            throw new MissingToolException("These tests need programs written in Python. " + PYTHON + " "
                    + String.join(" ", command) + " said: " + ended.said());
        }
    }

    private static String program(String name) {
        return ENVIRONMENT.resolve("bin").resolve(name).toString();
    }

    /// Schemathesis, by the rules of `contract/schemathesis.toml`.
    ///
    /// @param environment what `contract/hooks.py` is told
    Verdict schemathesis(Path room, Duration within, Map<String, String> environment, List<String> words) {
        var command = new ArrayList<String>();
        command.add(program("schemathesis"));
        command.add("--config-file=" + RULES.resolve("schemathesis.toml"));
        command.add("run");
        command.addAll(words);
        var all = new HashMap<>(environment);
        all.put("PYTHONDONTWRITEBYTECODE", "1");
        all.put("PYTHONPATH", RULES.toString());
        all.put("SCHEMATHESIS_HOOKS", "hooks");
        all.put("NO_COLOR", "1");
        return Programs.run(room, within, all, command);
    }

    /// What REDbot has to say of an address, by `contract/redbot_notes.py`: a note a line.
    Verdict redbot(Path room, Duration within, List<String> words) {
        var command = new ArrayList<String>();
        command.add(program("python"));
        command.add(RULES.resolve("redbot_notes.py").toString());
        command.addAll(words);
        return Programs.run(room, within, Map.of("PYTHONDONTWRITEBYTECODE", "1"), command);
    }
}
