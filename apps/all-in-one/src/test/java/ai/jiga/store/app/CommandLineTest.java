package ai.jiga.store.app;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the words of the command line do to what is there already, and what `doctor` tells.
class CommandLineTest {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int CONFIGURATION = 78;

    private final Path room;
    private final Path data;
    private final Path file;

    CommandLineTest(@TempDir Path room) {
        this.room = room;
        data = room.resolve("data");
        file = room.resolve("copy.jiga");
    }

    /// How a word ended.
    ///
    /// @param questions that were put to the person at the terminal
    private record Ended(int code, String said, List<String> questions) {}

    private Ended answering(@Nullable String answer, String... words) {
        var said = new ByteArrayOutputStream();
        var questions = new ArrayList<String>();
        UnaryOperator<String> asks = answer == null
                ? null
                : question -> {
                    questions.add(question);
                    return answer;
                };
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = CommandLine.run(
                List.of(words), Map.of("JIGA_DATA", data.toString(), "JIGA_PORT", "0"), new Terminal(out, out, asks));
        return new Ended(code, said.toString(StandardCharsets.UTF_8), questions);
    }

    /// Where nobody can be asked.
    private Ended word(String... words) {
        return answering(null, words);
    }

    private void store() {
        SqliteDocuments.open(data, StoreSchema.ALL, DocumentJson.mapper(new KernelModule()), Clock.systemUTC())
                .close();
    }

    @Test
    void aBackupTakesNoFilesPlaceUnasked() throws IOException {
        store();
        Files.writeString(file, "a letter");

        Ended refused = word("backup", file.toString());

        assertThat(refused.code()).isEqualTo(FAILED);
        assertThat(refused.said()).contains(file + " is there already", "Nothing was done", "--yes");
        assertThat(file).hasContent("a letter");
        assertThat(word("backup", "--yes", file.toString()).code()).isEqualTo(OK);
        assertThat(Files.size(file)).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "maybe"})
    void whoeverDoesNotSayYesHasSaidNo(String answer) throws IOException {
        store();
        Files.writeString(file, "a letter");

        Ended refused = answering(answer, "backup", file.toString());

        assertThat(refused.code()).isEqualTo(FAILED);
        assertThat(refused.questions())
                .singleElement()
                .asString()
                .contains(file.toString())
                .endsWith("[y/N] ");
        assertThat(refused.said()).contains("Nothing was done");
        assertThat(file).hasContent("a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", " yes "})
    void whoeverSaysYesIsTakenAtTheirWord(String answer) throws IOException {
        store();
        Files.writeString(file, "a letter");

        assertThat(answering(answer, "backup", file.toString()).code()).isEqualTo(OK);
        assertThat(Files.size(file)).isGreaterThan(100);
    }

    @Test
    void aRestoreTakesNoStoresPlaceUnasked() {
        store();
        assertThat(answering("no questions", "backup", file.toString()).questions())
                .isEmpty();

        Ended refused = word("restore", file.toString());

        assertThat(refused.code()).isEqualTo(FAILED);
        assertThat(refused.said()).contains("There is a store in " + data, "Nothing was done", "--yes", "replaced-");
        assertThat(data.resolve("replaced-1")).doesNotExist();
        assertThat(answering("n", "restore", file.toString()).code()).isEqualTo(FAILED);
        assertThat(data.resolve("replaced-1")).doesNotExist();
        assertThat(answering("y", "restore", file.toString()).code()).isEqualTo(OK);
        assertThat(data.resolve("replaced-1/store.db")).exists();
        assertThat(word("restore", "--data", room.resolve("new").toString(), file.toString())
                        .code())
                .isEqualTo(OK);
    }

    @Test
    void picturesComeAlong() throws IOException {
        store();
        String picture = "ab" + "0".repeat(62) + "-512.webp";
        write(data.resolve("assets/ab").resolve(picture), "a picture");
        write(data.resolve("assets/unfinished/x.new"), "half a pic");
        write(data.resolve("assets/uploads/0123"), "not judged");
        write(data.resolve("assets/cd").resolve(picture), "misplaced");

        Ended backedUp = word("backup", file.toString());
        Path elsewhere = room.resolve("elsewhere");
        Ended restored = word("restore", "--data", elsewhere.toString(), file.toString());

        assertThat(backedUp.said()).contains("1 files of pictures");
        assertThat(restored.said()).contains("1 files of pictures");
        assertThat(elsewhere.resolve("assets/ab").resolve(picture)).hasContent("a picture");
        try (var folders = Files.list(elsewhere.resolve("assets"))) {
            assertThat(folders).hasSize(1);
        }
    }

    private static void write(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void picturesThatLieElsewhereAreSpokenOf() {
        store();
        Settings settings = settings(Map.of("JIGA_ASSETS", "gcs", "JIGA_ASSETS_BUCKET", "our-pictures"));
        RunningStore.here(settings, Map.of(), Instant.now()).write(data);

        assertThat(word("backup", file.toString()).said()).contains("Cloud Storage, our-pictures");
    }

    private Settings settings(Map<String, String> more) {
        var variables = new java.util.HashMap<>(more);
        variables.put("JIGA_DATA", data.toString());
        variables.putIfAbsent("JIGA_PORT", "0");
        return Settings.read(variables);
    }

    @Test
    void doctorTellsOfTheStoreThatRunsAndNotOfItsOwnEnvironment() {
        store();
        Settings settings = settings(
                Map.of("JIGA_PORT", "1", "REDIS_URL", "redis://user:hunter2secret@127.0.0.1:1", "JIGA_SEED", "false"));
        RunningStore.here(settings, Map.of("JIGA_PAYMENTS", "sandbox"), Instant.parse("2026-01-02T03:04:05.678Z"))
                .write(data);

        Ended told = word("doctor");

        assertThat(told.said())
                .contains("process " + ProcessHandle.current().pid(), "2026-01-02 03:04:05 UTC", "port 1 of 127.0.0.1")
                .contains("Redis", "NOT reachable: 127.0.0.1:1", "sandbox", "JIGA_PAYMENTS", "none")
                .contains(System.getProperty("java.home"))
                .contains("does not answer")
                .doesNotContain("secret", "would run");
        assertThat(told.code()).isEqualTo(FAILED);
    }

    @Test
    void doctorKnowsAStoreThatWasKilled() throws Exception {
        store();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        other.waitFor();
        RunningStore here = RunningStore.here(settings(Map.of("JIGA_PORT", "1")), Map.of(), Instant.now());
        new RunningStore(other.pid(), here.processStarted(), here.ready(), here.host(), 1, here.url(), here.parts())
                .write(data);

        Ended told = word("doctor");

        assertThat(told.code()).isEqualTo(OK);
        assertThat(told.said())
                .contains("No store runs on " + data, "process " + other.pid(), "ended without a word")
                .doesNotContain("port 1 of");
    }

    @Test
    void aNumberThatCameAgainIsAnotherProcess() {
        RunningStore here = RunningStore.here(settings(Map.of()), Map.of(), Instant.now());

        assertThat(here.isAlive()).isTrue();
        assertThat(new RunningStore(
                                here.process(),
                                here.processStarted().minusSeconds(60),
                                here.ready(),
                                here.host(),
                                here.port(),
                                here.url(),
                                here.parts())
                        .isAlive())
                .isFalse();
    }

    @Test
    void doctorWithoutAStoreTellsWhatOneWouldRunWithAndMakesNothing() {
        Ended told = word("doctor");

        assertThat(told.code()).isEqualTo(OK);
        assertThat(told.said()).contains("No store runs on " + data, "would run with", "SQLite", "Lucene");
        assertThat(data).doesNotExist();
    }

    @Test
    void aPathInLettersThatTheLocaleLacksIsASentence() {
        Ended refused = word("backup", "/tmp/caf\uFFFD\uFFFD");

        assertThat(refused.code()).isEqualTo(FAILED);
        assertThat(refused.said()).contains("'/tmp/caf??'", "LC_ALL=C.UTF-8").doesNotContain("Exception");
    }

    @Test
    void aBackupThatHasNoPlaceIsASentence() {
        store();

        assertThat(word("backup", room.resolve("none/copy").toString()).said())
                .contains("there is no folder " + room.resolve("none"));
        assertThat(word("backup", room.toString()).said()).contains("is a folder");
        assertThat(word("restore", room.resolve("none").toString()).code()).isEqualTo(CONFIGURATION);
    }
}
