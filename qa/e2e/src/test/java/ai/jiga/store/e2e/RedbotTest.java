package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Programs.Verdict;
import ai.jiga.store.emulators.testkit.Emulators;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an independent reader of HTTP's rules has to say of what the store answers. It asks each address several times:
/// with validators and for other codings.
@ExtendWith(RunningStore.class)
class RedbotTest {
    private static final Path EXCEPTIONS = DescriptionLinters.RULES.resolve("redbot-exceptions.properties");
    private static final Duration WITHIN = Duration.ofMinutes(3);

    private final URI store;
    private final Client anybody;

    RedbotTest(StoreProcess process) {
        // REDbot asks a name server for every name.
        this.store = URI.create("http://127.0.0.1:" + process.url().getPort());
        this.anybody = new Client(process.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/docs/start.js",
                "/openapi",
                "/health",
                "/ready",
                "/metrics",
                "/nowhere",
                "/.well-known/jwks.json",
                "/api/v1/marketplace?limit=3",
                "/api/v1/marketplace/onyx-specialist-001",
                "/api/v1/marketplace/categories",
                "/api/v1/agents/onyx-specialist-001",
                "/api/v1/profile"
            })
    void whatEverybodyIsAnsweredIsGoodHttp(String path, @TempDir Path room) throws IOException {
        assertThat(notesOn(room, path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/profile",
                "/api/v1/sessions",
                "/api/v1/transactions",
                "/api/v1/marketplace/onyx-specialist-001"
            })
    void whatOneIsAnsweredIsGoodHttp(String path, @TempDir Path room) throws IOException {
        assertThat(notesOn(
                        room,
                        path,
                        "Authorization",
                        "Bearer " + Person.register(anybody).client().token()))
                .isEmpty();
    }

    @Test
    void whatAnotherOriginIsAnsweredIsGoodHttp(@TempDir Path room) throws IOException {
        assertThat(notesOn(room, "/api/v1/marketplace?limit=3", "Origin", "https://jiga.ai"))
                .isEmpty();
    }

    @Test
    void aPictureIsGoodHttp(@TempDir Path room) throws IOException {
        Variant variant = Variant.by(Person.withSilver(anybody));
        String picture = variant.owner()
                .client()
                .put("/agents/" + variant.id() + "/image", PicturesTest.png(64, 1), "Content-Type", "image/png")
                .is(200)
                .text("/imageUrl");
        assertThat(notesOn(room, URI.create(picture).getRawPath())).isEmpty();
    }

    /// Those that no exception has.
    private List<String> notesOn(Path room, String path, String... headers) throws IOException {
        var excepted = new Properties();
        try (Reader reader = Files.newBufferedReader(EXCEPTIONS)) {
            excepted.load(reader);
        }
        var words = new ArrayList<String>();
        words.add(store + path);
        words.addAll(List.of(headers));
        Verdict said = Emulators.orSkipped(PythonTools::installed).redbot(room, WITHIN, words);
        assertThat(said.exitCode()).as(said.said()).isZero();
        return said.said()
                .lines()
                .filter(note -> !excepted.containsKey(note.replaceFirst("[ :].*", "")))
                .toList();
    }
}
