package ai.jiga.store.search.algolia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlgoliaOptionsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        List<URI> hosts = List.of(URI.create("http://search.example.org"), URI.create("https://a:b@c/path"));
        assertThat(AlgoliaOptions.problems(null, "short", "-", hosts))
                .hasSize(5)
                .anyMatch(problem -> problem.contains("ALGOLIA_APP_ID"))
                .anyMatch(problem -> problem.contains("ALGOLIA_API_KEY"))
                .anyMatch(problem -> problem.contains("ALGOLIA_INDEX_PREFIX"))
                .anyMatch(problem -> problem.contains("ALGOLIA_HOSTS"))
                .noneMatch(problem -> problem.contains("short") || problem.contains("a:b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlgoliaOptions("APP", "short", "jiga", List.of()))
                .withMessageContaining("ALGOLIA_APP_ID")
                .withMessageContaining("ALGOLIA_API_KEY");
    }

    @Test
    void theKeyIsNotPrinted() {
        var options = new AlgoliaOptions("ABCDE12345", KEY, "jiga", List.of());
        assertThat(options.toString()).contains("ABCDE12345").doesNotContain(KEY);
    }

    @Test
    void plainHttpIsForThisMachine() {
        for (String host : List.of("https://search.example.org", "http://localhost:8080", "http://127.0.0.1:1/")) {
            assertThatCode(() -> new AlgoliaOptions("ABCDE12345", KEY, "jiga", List.of(URI.create(host))))
                    .as(host)
                    .doesNotThrowAnyException();
        }
        for (String host : List.of("http://search.example.org", "search.example.org", "https://h/1/indexes")) {
            assertThatIllegalArgumentException()
                    .as(host)
                    .isThrownBy(() -> new AlgoliaOptions("ABCDE12345", KEY, "jiga", List.of(URI.create(host))));
        }
    }
}
