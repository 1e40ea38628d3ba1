package ai.jiga.store.e2e.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A folder with the real `jiga` and its `commands` in it, beside a Maven and a JDK that are scripts of the test's.
///
/// Both note their arguments, Maven in `maven.calls` and Java in `java.calls`.
final class PretendedCheckout {
    private static final String REPORT = "support/part/target/surefire-reports/TEST-a.PartTest.xml";

    private final Path root;
    private final Path jdk;
    private boolean hasTools;

    PretendedCheckout(Path root) {
        this.root = root;
        this.jdk = root.resolve("jdk");
        write("pom.xml", "<project/>");
        write(".mvn/jvm.config", "");
        write("services/README", "");
        write("apps/all-in-one/pom.xml", "<project/>");
        write("support/part/pom.xml", "<project/>");
        write("support/part/src/main/java/Part.java", "class Part {}");
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        script("jdk/bin/javac", "exit 0");
        script("jdk/bin/java", "echo \"$*\" >>java.calls; case $* in *AOTCacheOutput*) exit 1 ;; esac; exit 0");
        maven("exit 0");
        try {
            Path checkout = Path.of("../..").toAbsolutePath().normalize();
            Files.copy(checkout.resolve("jiga"), root.resolve("jiga"));
            try (var parts = Files.walk(checkout.resolve("commands"))) {
                for (Path part : parts.toList()) {
                    Files.copy(part, root.resolve(checkout.relativize(part)));
                }
            }
            if (!root.resolve("jiga").toFile().setExecutable(true)) {
                throw new IllegalStateException("the copy of jiga cannot be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How a run ended.
    ///
    /// @param said on standard output
    /// @param complained on standard error
    record Ended(int code, String said, String complained) {
        String lastLine() {
            return said.lines().reduce("", (_, line) -> line);
        }
    }

    /// What Maven does on its turn, in shell. Formatting and shellcheck are fine in any case.
    PretendedCheckout maven(String turn) {
        script(
                "mvnw",
                "echo \"$*\" >>maven.calls",
                "case $* in *spotless:check* | *shellcheck*) exit 0 ;; esac",
                "mkdir -p " + Path.of(REPORT).getParent(),
                turn);
        return this;
    }

    /// What Java does when the store is started.
    PretendedCheckout java(String turn) {
        script(
                "jdk/bin/java",
                "case $* in *AOTCacheOutput*) exit 1 ;; esac",
                "echo \"$* port=$JIGA_PORT data=$JIGA_DATA seed=$JIGA_SEED web=$JIGA_WEB\" >>java.calls",
                turn);
        return this;
    }

    /// With the sources of a web app, and a Node that is new enough or not. What Vite does on its turn, in shell, in a
    /// folder that `$out` names.
    PretendedCheckout web(boolean hasNode, String turn) {
        for (String file : new String[] {
            "src/main.tsx",
            "public/icon.svg",
            "templates/head.html",
            "build/icu.ts",
            "index.html",
            "vite.config.ts",
            "package-lock.json"
        }) {
            write("web/" + file, "");
        }
        write("sdk/javascript/src/index.ts", "");
        script("bin/node", hasNode ? "exit 0" : "exit 1");
        script("bin/npm", "mkdir -p node_modules/.bin; cp ../bin/vite node_modules/.bin/vite");
        script(
                "bin/vite",
                "echo \"$*\" >>../vite.calls",
                "while [ \"$#\" -gt 0 ]; do [ \"$1\" != --outDir ] || out=$2; shift; done",
                turn);
        hasTools = true;
        return this;
    }

    /// Shell that packages the app, as Maven would: for `up` in a folder of its own.
    static String packagesTheApp() {
        return """
                folder=apps/all-in-one/target; case $* in *build.folder=target/up*) folder=$folder/up ;; esac
                mkdir -p $folder/quarkus-app && : >$folder/quarkus-app/quarkus-run.jar
                """;
    }

    /// Shell that leaves a report of that many tests.
    static String reports(int tests, int failures, int errors, int skipped) {
        return """
                cat >%s <<'REPORT'
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0" name="a.PartTest" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d">
                  <properties><property name="a" value="b"/></properties>
                  <testcase name="adds &lt;up&gt;" classname="a.PartTest" time="0.1">
                    <failure message="expected: 1&#10;but was: 2" type="x.Failed">at a.PartTest</failure>
                  </testcase>
                  <testcase name="waits" classname="a.PartTest" time="0.0">
                    <skipped message="not today"/>
                  </testcase>
                </testsuite>
                REPORT
                """.formatted(REPORT, tests, errors, skipped, failures);
    }

    PretendedCheckout write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes a line of the command itself.
    PretendedCheckout edit(String file, String from, String to) {
        try {
            Path script = root.resolve(file);
            Files.writeString(script, Files.readString(script).replace(from, to), StandardOpenOption.TRUNCATE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What there is to type behind `jiga`: a file each.
    List<String> words() {
        try (var files = Files.newDirectoryStream(root.resolve("commands"), "*.bash")) {
            var words = new ArrayList<String>();
            files.forEach(file -> words.add(file.getFileName().toString().replace(".bash", "")));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> calls(String of) {
        try {
            Path file = root.resolve(of + ".calls");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended jiga(String... words) {
        return ended(start(false, words));
    }

    Ended jigaInCi(String... words) {
        return ended(start(true, words));
    }

    /// What a person sees who types that at a terminal, and what they type next.
    Ended jigaAtATerminal(String typed, String... words) {
        String line = "bash jiga " + String.join(" ", words);
        // Linux and the BSDs tell `script` in different ways what to run.
        List<String> command = System.getProperty("os.name").equals("Linux")
                ? List.of("script", "-qec", line, "/dev/null")
                : List.of("script", "-q", "/dev/null", "bash", "-c", line);
        Process process = start(false, command);
        try (var keyboard = process.outputWriter()) {
            keyboard.write(typed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended(process);
    }

    Process start(boolean ci, String... words) {
        var command = new ArrayList<>(List.of("bash", "jiga"));
        command.addAll(List.of(words));
        return start(ci, command);
    }

    private Process start(boolean ci, List<String> command) {
        var builder = new ProcessBuilder(command).directory(root.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JIGA_") || name.equals("CI"));
        environment.put("JAVA_HOME", jdk.toString());
        // Nobody's: the usual one may be taken on the machine of the tests.
        environment.put("JIGA_PORT", "0");
        if (hasTools) {
            environment.put("PATH", root.resolve("bin") + ":" + environment.get("PATH"));
        }
        if (ci) {
            environment.put("CI", "true");
        }
        try {
            return builder.redirectOutput(root.resolve("said").toFile())
                    .redirectError(root.resolve("complained").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended ended(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("jiga did not end within a minute: " + said());
            }
            return new Ended(process.exitValue(), said(), Files.readString(root.resolve("complained")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() throws IOException {
        return Files.readString(root.resolve("said"), StandardCharsets.UTF_8);
    }

    private void script(String file, String... lines) {
        write(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
        if (!root.resolve(file).toFile().setExecutable(true)) {
            throw new IllegalStateException(file + " cannot be made executable");
        }
    }
}
