package ai.jiga.store.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Settings read(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.put("JIGA_DATA", folder.toString());
        return Settings.read(all);
    }

    private List<String> problems(Map<String, String> variables) {
        return read(variables).problems();
    }

    @Test
    void withoutSettingsEverythingIsEmbedded() {
        Settings settings = read(Map.of());
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.documents()).isEqualTo(new DocumentsSetting.Sqlite(folder, "default"));
        assertThat(settings.events()).isInstanceOf(EventsSetting.Local.class);
        assertThat(settings.tasks()).isInstanceOf(TasksSetting.Documents.class);
        assertThat(settings.cache()).isInstanceOf(CacheSetting.Caffeine.class);
        assertThat(settings.search()).isInstanceOf(SearchSetting.Lucene.class);
        assertThat(settings.assets()).isInstanceOf(AssetsSetting.Folder.class);
        assertThat(settings.mail())
                .isEqualTo(
                        new MailSetting.Folder(folder.resolve("mail"), "JIGA Store <no-reply@localhost>", "default"));
    }

    @Test
    void lettersGoToTheServerThatIsNamedAndItsPasswordIsNeverShown() {
        Settings settings =
                read(Map.of("JIGA_MAIL", "smtps://jiga:hush@mail.example", "JIGA_PUBLIC_URL", "https://play.example"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.mail().from()).isEqualTo("JIGA Store <no-reply@play.example>");
        assertThat(settings.mail().toString())
                .contains("smtps://mail.example:465")
                .doesNotContain("hush");

        assertThat(problems(Map.of("JIGA_MAIL", "smtp://hush@mail.example", "JIGA_MAIL_FROM", "nobody")))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("JIGA_MAIL") && !problem.contains("hush"));
    }

    @Test
    void distributedEnginesAreChosenOneByOne() {
        Settings settings = read(Map.of(
                "JIGA_DOCUMENTS", "firestore",
                "FIRESTORE_EMULATOR_HOST", "127.0.0.1:8080",
                "GOOGLE_CLOUD_PROJECT", "demo-jiga",
                "REDIS_URL", "redis://127.0.0.1:6379"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.documents()).isInstanceOfSatisfying(DocumentsSetting.Firestore.class, firestore -> {
            assertThat(firestore.target().project()).isEqualTo("demo-jiga");
            assertThat(firestore.target().emulatorHost()).isEqualTo("127.0.0.1:8080");
            assertThat(firestore.source()).isEqualTo("JIGA_DOCUMENTS");
        });
        assertThat(settings.cache()).isInstanceOf(CacheSetting.Redis.class);
        assertThat(settings.events()).isInstanceOf(EventsSetting.Local.class);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems(Map.of(
                        "JIGA_PORT", "99999",
                        "JIGA_DOCUMENTS", "firestore",
                        "JIGA_EVENTS", "rabbit",
                        "JIGA_TASKS", "cloudtasks",
                        "ALGOLIA_APP_ID", "ABCDEF1234",
                        "REDIS_URL", "localhost")))
                .anySatisfy(problem -> assertThat(problem).contains("JIGA_PORT"))
                .anySatisfy(problem -> assertThat(problem).contains("GOOGLE_CLOUD_PROJECT"))
                .anySatisfy(problem -> assertThat(problem).contains("JIGA_EVENTS", "pubsub", "rabbit"))
                .anySatisfy(problem -> assertThat(problem).contains("CLOUD_TASKS_QUEUE"))
                .anySatisfy(problem -> assertThat(problem).contains("CLOUD_TASKS_SERVICE_ACCOUNT"))
                .anySatisfy(problem -> assertThat(problem).contains("ALGOLIA_API_KEY"))
                .anySatisfy(problem -> assertThat(problem).contains("REDIS_URL"));
    }

    @Test
    void whatHasNoEffectAloneIsSaid() {
        assertThat(problems(Map.of("FIRESTORE_EMULATOR_HOST", "127.0.0.1:8080")))
                .singleElement()
                .asString()
                .contains("FIRESTORE_EMULATOR_HOST", "JIGA_DOCUMENTS=firestore");
        assertThat(problems(Map.of("PUBSUB_EMULATOR_HOST", "127.0.0.1:8085")))
                .singleElement()
                .asString()
                .contains("JIGA_EVENTS=pubsub");
        assertThat(problems(Map.of("ALGOLIA_API_KEY", "0123456789abcdef")))
                .singleElement()
                .asString()
                .contains("ALGOLIA_APP_ID")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void noSecretIsShown() {
        Settings settings = read(Map.of(
                "REDIS_URL", "redis://user:hunter2secret@cache.example:6379",
                "ALGOLIA_APP_ID", "ABCDEF1234",
                "ALGOLIA_API_KEY", "0123456789abcdefsecret"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(problems(Map.of("REDIS_URL", "http://user:hunter2secret@cache.example")))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("secret"));
    }

    @Test
    void readingMakesNothing() {
        Path fresh = folder.resolve("deep/below");

        assertThat(Settings.read(Map.of("JIGA_DATA", fresh.toString())).problems())
                .isEmpty();
        assertThat(folder.resolve("deep")).doesNotExist();
    }

    @Test
    void aDataFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        for (Path impossible : List.of(file, file.resolve("data"))) {
            assertThat(Settings.read(Map.of("JIGA_DATA", impossible.toString())).problems())
                    .singleElement()
                    .asString()
                    .contains(impossible.toString(), "JIGA_DATA");
        }
        assertThat(Settings.read(Map.of("JIGA_DATA", "/caf\uFFFD")).problems())
                .singleElement()
                .asString()
                .contains("'/caf?'", "LC_ALL=C.UTF-8");
    }

    @Test
    void aFolderWithoutAWebAppIsNamedAndSoAreLettersThatNobodyReads() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<!doctype html>");
        assertThat(Settings.read(Map.of("JIGA_WEB", folder.toString())).web()).contains(folder.toAbsolutePath());

        assertThat(Settings.read(Map.of("JIGA_WEB", folder.resolve("none").toString()))
                        .problems())
                .singleElement()
                .asString()
                .contains("JIGA_WEB", "none");
        assertThat(Settings.read(Map.of("JIGA_WEB", "/caf\uFFFD")).problems())
                .singleElement()
                .asString()
                .contains("'/caf?'", "LC_ALL=C.UTF-8");
    }
}
