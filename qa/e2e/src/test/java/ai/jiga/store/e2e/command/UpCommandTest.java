package ai.jiga.store.e2e.command;

import static ai.jiga.store.e2e.command.PretendedCheckout.packagesTheApp;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./jiga up` and the words around it: what is built when, and what becomes of the process.
class UpCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final PretendedCheckout checkout;

    UpCommandTest(@TempDir Path folder) {
        this.folder = folder;
        checkout = new PretendedCheckout(folder).java("exit 0").maven(packagesTheApp());
    }

    @Test
    void theStoreIsStartedAsAsked() {
        // A port of the last ones, which systems give to nobody by themselves.
        checkout.jiga("up", "--port", "65431", "--data", folder + "/d", "--no-seed");

        assertThat(checkout.calls("java"))
                .singleElement()
                .asString()
                .contains("quarkus-run.jar", "port=65431", "data=" + folder + "/d", "seed=false");
    }

    @Test
    void nothingIsBuiltAgainUntilASourceChanges() {
        checkout.jiga("up");
        checkout.jiga("up");
        assertThat(checkout.calls("maven")).hasSize(1);

        checkout.write("support/part/src/main/java/Part.java", "class Part { int more; }");
        checkout.jiga("up");
        assertThat(checkout.calls("maven")).hasSize(2);
        assertThat(checkout.calls("java")).hasSize(3);
    }

    @Test
    void aChangedTestIsNoReasonToBuild() {
        checkout.jiga("up");
        checkout.write("support/part/src/test/java/PartTest.java", "class PartTest {}");
        checkout.jiga("up");

        assertThat(checkout.calls("maven")).hasSize(1);
    }

    @Test
    void theWebAppIsBuiltOnceForEveryStateOfItsSources() {
        checkout.web(true, "mkdir -p \"$out\" && : >\"$out/index.html\"");
        checkout.jiga("up");
        checkout.jiga("up");
        assertThat(checkout.calls("vite")).hasSize(1);
        assertThat(checkout.calls("java"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).contains("web=" + folder + "/.jiga/web/"));

        checkout.write("web/src/main.tsx", "// more");
        checkout.jiga("up");
        assertThat(checkout.calls("vite")).hasSize(2);
    }

    @Test
    void aBuildOfTheWebAppIsKeptAsLongAsAStoreRunsFromIt() throws Exception {
        checkout.web(true, "mkdir -p \"$out\" && : >\"$out/index.html\"");
        checkout.java("echo started >>java.calls; while [ ! -f ended ]; do sleep 0.05; done");
        var running = checkout.start(false, "up");
        waitFor("java", "started");

        checkout.write("web/src/main.tsx", "// more").java("exit 0").jiga("up");
        assertThat(builds()).hasSize(2);

        checkout.write("ended", "");
        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        checkout.write("web/src/main.tsx", "// more still").jiga("up");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void withoutNodeTheStoreServesItsApiAlone() {
        checkout.web(false, "exit 1");

        var ended = checkout.jiga("up");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("No web app: it is built with Node.js 20.19 or newer");
        assertThat(checkout.calls("java")).singleElement().asString().endsWith("web=");
    }

    @Test
    void aWebAppThatCannotBeBuiltKeepsNoStoreFromStarting() {
        checkout.web(true, "echo 'main.tsx is odd' >&2; exit 1");

        var ended = checkout.jiga("up");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("No web app: its build failed");
        assertThat(ended.complained()).contains("main.tsx is odd");
        assertThat(checkout.calls("java")).singleElement().asString().endsWith("web=");
    }

    @Test
    void aBuildThatBreaksEndsWithItsErrors() {
        checkout.maven("echo '[ERROR] Part.java: cannot find symbol'; exit 1");

        var ended = checkout.jiga("up");

        assertThat(ended.code()).isOne();
        assertThat(ended.complained()).contains("cannot find symbol", "the build failed");
        assertThat(checkout.calls("java")).isEmpty();
    }

    @Test
    void theExitCodeIsTheStores() {
        checkout.java("exit 78");

        assertThat(checkout.jiga("up").code()).isEqualTo(78);
    }

    @Test
    void aSignalReachesTheStore() throws Exception {
        checkout.java(
                "trap 'echo stopped >>java.calls; exit 0' TERM; echo started >>java.calls; while :; do sleep 0.05; done");
        var running = checkout.start(false, "up");
        waitFor("java", "started");

        running.destroy();

        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(checkout.calls("java")).contains("stopped");
    }

    @Test
    void aSignalEndsTheBuildToo() throws Exception {
        checkout.maven("trap 'echo stopped >>maven.calls; exit 1' TERM; echo building >>maven.calls;"
                + " while :; do sleep 0.05; done");
        var running = checkout.start(false, "up");
        waitFor("maven", "building");

        running.destroy();

        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        waitFor("maven", "stopped");
    }

    @Test
    void freshDeletesADataFolderAndNothingElse() {
        checkout.write("data/store.lock", "").write("data/store.db", "x").write("other/letter.txt", "dear");

        assertThat(checkout.jiga("up", "--fresh", "--yes", "--data", "data").code())
                .isZero();
        var refused = checkout.jiga("up", "--fresh", "--yes", "--data", "other");

        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("other/letter.txt")).exists();
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void freshDeletesNothingForAStoreThatCouldNotStartThen() {
        checkout.java("case $* in *' check') echo 'cannot start' >&2; exit 78 ;; esac");
        checkout.write("data/store.lock", "").write("data/store.db", "x");

        var refused = checkout.jiga("up", "--fresh", "--yes", "--data", "data");

        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.complained()).contains("cannot start");
        assertThat(folder.resolve("data/store.db")).exists();
    }

    @Test
    void freshDeletesNothingWhereNobodyCanBeAsked() {
        checkout.write("data/store.lock", "").write("data/store.db", "x");

        var refused = checkout.jiga("up", "--fresh", "--data", "data");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.complained()).contains(folder + "/data", "--yes");
        assertThat(folder.resolve("data/store.db")).exists();
        assertThat(checkout.calls("java").stream()
                        .filter(call -> !call.contains("AOTCacheOutput") && !call.contains("quarkus-run.jar check ")))
                .isEmpty();
        // Where there is nothing to delete, there is nothing to ask.
        assertThat(checkout.jiga("up", "--fresh", "--data", "new").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "what?\n"})
    void freshDeletesNothingUnlessThePersonAtTheTerminalSaysYes(String typed) {
        checkout.write("data/store.lock", "").write("data/store.db", "x");

        var refused = checkout.jigaAtATerminal(typed, "up", "--fresh", "--data", "data");

        assertThat(refused.said()).contains("[y/N]", "nothing was deleted");
        assertThat(refused.code()).isOne();
        assertThat(folder.resolve("data/store.db")).exists();
    }

    @Test
    void freshDeletesOnceThePersonAtTheTerminalSaysYes() {
        checkout.write("data/store.lock", "").write("data/store.db", "x");

        assertThat(checkout.jigaAtATerminal("y\n", "up", "--fresh", "--data", "data")
                        .code())
                .isZero();

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsBuiltOrDeleted() throws Exception {
        checkout.write("data/store.lock", "").write("data/store.db", "x");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            var refused = checkout.jiga("up", "--fresh", "--yes", "--data", "data", "--port", port);

            assertThat(refused.code()).isEqualTo(78);
            assertThat(refused.complained()).contains("port " + port, "--port");
        }
        assertThat(folder.resolve("data/store.db")).exists();
        assertThat(checkout.calls("maven")).isEmpty();
        assertThat(checkout.calls("java")).isEmpty();
    }

    @Test
    void aStoreThatRunsAlreadyIsNamed() throws Exception {
        checkout.java("case $* in *AOTCacheOutput*) exit 1 ;; esac; echo started >>java.calls;"
                + " while [ ! -f ended ]; do sleep 0.05; done");
        var running = checkout.start(false, "up", "--port", "65431");
        waitFor("java", "started");
        checkout.write(".jiga/data/running.json", "{\n  \"url\" : \"http://localhost:65431\"\n}");
        checkout.write(".jiga/data/store.lock", running.pid() + "\n");

        var refused = checkout.jiga("up", "--port", "65432");

        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.complained()).contains("running already: http://localhost:65431", "--data");
        checkout.write("ended", "");
        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWrongValueIsBlamedOnWhoGaveIt() {
        checkout.write("letter.txt", "dear");

        assertThat(checkout.jiga("up", "--port", "abc").complained()).contains("--port takes a number");
        assertThat(checkout.edit("jiga", "set -euo pipefail", "set -euo pipefail\nexport JIGA_PORT=abc")
                        .jiga("up")
                        .complained())
                .contains("JIGA_PORT takes a number");
        assertThat(checkout.jiga("up", "--port", "1", "--data", "letter.txt").complained())
                .contains("--data takes a folder");
        assertThat(checkout.calls("maven")).isEmpty();
    }

    @Test
    void helpIsGivenBehindAWordToo() {
        assertThat(checkout.jiga("up", "--help").said()).contains("./jiga up", "./jiga doctor");
    }

    @Test
    void doctorIsToldWhatUpChoosesByItself() {
        checkout.java("echo \"chosen=$JIGA_CHOSEN_BY_UP\" >>java.calls");
        checkout.edit("jiga", "set -euo pipefail", "set -euo pipefail\nexport JIGA_PAYMENTS=none");

        checkout.jiga("doctor");

        assertThat(checkout.calls("java")).contains("chosen= JIGA_SEED JIGA_WEB");
    }

    @Test
    void theStoreReadsPathsInUtf8WhateverTheLocaleIs() {
        checkout.java(
                "printf '%s' \"${JIGA_DATA##*/}\" | od -An -tx1 | tr -d ' ' >>java.calls; locale charmap >>java.calls");

        assertThat(checkout.edit("jiga", "set -euo pipefail", "set -euo pipefail\nexport LC_ALL=C")
                        .jiga("up", "--data", "caf\u00e9")
                        .code())
                .isZero();

        assertThat(checkout.calls("java"))
                .anyMatch(call -> call.contains("636166c3a9"))
                .contains("UTF-8");
    }

    @Test
    void doctorIsToldWhereTheJdkWasFound() {
        checkout.java("echo \"from=$JIGA_JAVA_FROM\" >>java.calls");

        checkout.jiga("doctor");

        assertThat(checkout.calls("java")).contains("from=JAVA_HOME");
    }

    @Test
    void aBackupGoesWhereTheCallerStands() {
        checkout.jiga("backup", "copy.jiga", "--yes", "--data", "data");

        assertThat(checkout.calls("java"))
                .singleElement()
                .asString()
                .contains("quarkus-run.jar backup --data " + folder + "/data --yes " + folder + "/copy.jiga");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() {
        var ended = checkout.edit("commands/shared/java.bash", "LEAST_JAVA=25", "LEAST_JAVA=999")
                .jiga("up");

        assertThat(ended.code()).isOne();
        assertThat(ended.complained()).contains("needs a JDK 999", "found", "apt install", "brew install", "JAVA_HOME");
    }

    @Test
    void helpNamesEveryCommand() {
        var ended = checkout.jiga("help");

        assertThat(checkout.words())
                .contains("up", "test", "help")
                .allSatisfy(word -> assertThat(ended.said()).contains("  ./jiga " + word + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "../jiga",
                "shared/java",
                "up --port",
                "up --port=x",
                "up --port 65536",
                "up --data",
                "up extra",
                "talk",
                "backup",
                "backup a b",
                "doctor extra",
                "ledger",
                "ledger burn",
                "bench nonsense",
                "test --faults many",
                "test --fast --all",
                "up --yess",
                "doctor --yes",
                "test extra"
            })
    void aMistakeOfUsageEndsWithTwoAndASentence(String words) {
        var ended = checkout.jiga(words.split(" "));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.complained()).startsWith("jiga: ");
    }

    private String[] builds() {
        return folder.resolve(".jiga/web").toFile().list();
    }

    private void waitFor(String calls, String line) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!checkout.calls(calls).contains(line)) {
            assertThat(System.nanoTime()).as("waiting for '%s'", line).isLessThan(until);
            Thread.sleep(20);
        }
    }
}
