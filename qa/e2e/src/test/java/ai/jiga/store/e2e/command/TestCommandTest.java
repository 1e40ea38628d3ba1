package ai.jiga.store.e2e.command;

import static ai.jiga.store.e2e.command.PretendedCheckout.packagesTheApp;
import static ai.jiga.store.e2e.command.PretendedCheckout.reports;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./jiga test`: its last line and its exit code are what CI believes.
class TestCommandTest {
    private final PretendedCheckout checkout;

    TestCommandTest(@TempDir Path folder) {
        checkout = new PretendedCheckout(folder);
    }

    @Test
    void theLastLineSumsAllReports() {
        var ended = checkout.maven(reports(7, 0, 0, 0)).jiga("test");

        assertThat(ended.lastLine()).isEqualTo("7 passed, 0 failed");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aFailedTestIsNamedWithItsMessage() {
        var ended = checkout.maven(reports(7, 1, 2, 0) + "exit 1").jiga("test");

        assertThat(ended.said()).contains("FAILED: a.PartTest.adds <up>", "expected: 1 but was: 2");
        assertThat(ended.lastLine()).isEqualTo("4 passed, 4 failed");
        assertThat(ended.code()).isOne();
    }

    @Test
    void failedTestsAloneAreNoBrokenBuild() {
        var ended = checkout.maven(
                        reports(7, 1, 2, 0)
                                + "echo '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:1:test (default-test) on project p: There are test failures.'; exit 1")
                .jiga("test");

        assertThat(ended.lastLine()).isEqualTo("4 passed, 3 failed");
    }

    @Test
    void skippedTestsAreShownToPeopleAndFailInCi() {
        checkout.maven(reports(7, 0, 0, 1));

        assertThat(checkout.jiga("test").lastLine()).isEqualTo("6 passed, 0 failed, 1 skipped");
        var inCi = checkout.jigaInCi("test");
        assertThat(inCi.lastLine()).isEqualTo("6 passed, 1 failed");
        assertThat(inCi.said()).contains("SKIPPED: a.PartTest.waits", "not today");
        assertThat(inCi.code()).isOne();
    }

    @Test
    void aBuildThatBreaksIsAFailureThoughNoTestFailed() {
        var ended = checkout.maven(reports(7, 0, 0, 0) + "echo '[ERROR] COMPILATION ERROR'; exit 1")
                .jiga("test");

        assertThat(ended.complained()).contains("COMPILATION ERROR");
        assertThat(ended.lastLine()).isEqualTo("7 passed, 1 failed");
        assertThat(ended.code()).isOne();
    }

    @Test
    void aJvmThatDiedInTheTestsIsAFailureBesideThoseReported() {
        var ended = checkout.maven(
                        reports(7, 1, 0, 0)
                                + "echo '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:1:test (default-test) on project p: '; echo '[ERROR] The forked VM terminated without properly saying goodbye'; exit 1")
                .jiga("test");

        assertThat(ended.lastLine()).isEqualTo("6 passed, 2 failed");
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() {
        checkout.maven(reports(7, 0, 0, 0)).jiga("test");

        var ended = checkout.maven("exit 0").jiga("test");

        assertThat(ended.complained()).contains("no test was run");
        assertThat(ended.lastLine()).isEqualTo("0 passed, 1 failed");
        assertThat(ended.code()).isOne();
    }

    @Test
    void theRoundsOfFaultsAreHandedOn() {
        checkout.maven(reports(1, 0, 0, 0)).jiga("test", "--faults", "300");

        assertThat(checkout.calls("maven")).last().asString().contains("-Djiga.faults.rounds=300");
    }

    @Test
    void theLongRunsAreAskedForByOneProperty() {
        checkout.maven(reports(1, 0, 0, 0));
        checkout.jiga("test");
        checkout.jiga("test", "--all");

        assertThat(checkout.calls("maven").stream().filter(call -> call.contains("-Djiga.long=true")))
                .singleElement()
                .asString()
                .endsWith("verify");
        assertThat(checkout.jiga("test", "--all", "--fast").code()).isEqualTo(2);
    }

    @Test
    void aModuleWithoutTestsHasNoneThatFail() {
        checkout.write("support/part/src/main/java/Part.java", "class Part {}");

        var ended = checkout.jiga("test", "--only", "support/part");

        assertThat(ended.lastLine()).isEqualTo("0 passed, 0 failed");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aModuleWhoseTestsWereNotRunHasFailed() {
        checkout.write("support/part/src/test/java/PartTest.java", "class PartTest {}");

        var ended = checkout.jiga("test", "--only", "support/part");

        assertThat(ended.complained()).contains("no test was run");
        assertThat(ended.code()).isOne();
    }

    @Test
    void whatTestsLeaveBehindIsAFailure() {
        var ended = checkout.maven(reports(7, 0, 0, 0) + "mkdir .jiga/test-tmp/junit-123")
                .jiga("test");

        assertThat(ended.complained()).contains("junit-123", "temporary files");
        assertThat(ended.lastLine()).isEqualTo("7 passed, 1 failed");
        assertThat(ended.code()).isOne();
        assertThat(checkout.maven(reports(7, 0, 0, 0)).jiga("test").lastLine()).isEqualTo("7 passed, 0 failed");
    }

    @Test
    void aStoreThatWasTestedStartsWithoutBeingBuiltAgain() {
        checkout.maven(reports(7, 0, 0, 0) + packagesTheApp()).jiga("test");
        int calls = checkout.calls("maven").size();

        var ended = checkout.jiga("up");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).doesNotContain("Building", "Preparing");
        assertThat(checkout.calls("maven")).hasSize(calls);
        assertThat(checkout.calls("java")).last().asString().contains("quarkus-run.jar");
    }

    @Test
    void whatWasChangedDuringTheTestsIsNotTakenForTested() {
        checkout.maven(reports(7, 0, 0, 0)
                        + packagesTheApp()
                        + "echo 'class Part { int more; }' >support/part/src/main/java/Part.java")
                .jiga("test");
        int calls = checkout.calls("maven").size();

        checkout.maven(packagesTheApp()).jiga("up");

        assertThat(checkout.calls("maven")).hasSizeGreaterThan(calls);
    }

    @Test
    void anUnknownModuleIsAMistakeOfUsage() {
        var ended = checkout.jiga("test", "--only", "services/none");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.complained()).contains("there is no module 'services/none'");
    }
}
