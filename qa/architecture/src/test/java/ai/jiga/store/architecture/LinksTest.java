package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a page or a source of this checkout points to is there.
class LinksTest {
    @Test
    void theCheckoutPointsNowhereInVain() {
        assertThat(new Links(Poms.root()).broken()).isEmpty();
    }

    @Test
    void everythingThatLeadsNowhereIsFound(@TempDir Path root) throws IOException {
        write(root, "docs/good.md", "# One & two: `three`\n\nText.\n\n```\n# no heading\n```\n");
        write(root, "README.md", """
                [good](docs/good.md) and [its heading](docs/good.md#one--two-three), [own](#here), [other](https://example.org/x#y)
                [gone](docs/gone.md), [no heading](docs/good.md#no-heading), [not here](#there)
                `docs/good.md` and `docs/missing.md`, `https://example.org/docs/x.md`, `~/docs/y.md`, `docs/*.md`

                ## Here
                """);
        write(root, "services/a/src/A.java", "/// See docs/good.md, docs/lost.md and ${x}docs/z.md.\nclass A {}\n");
        write(root, "services/a/target/README.md", "[gone](gone.md)");

        assertThat(new Links(root).broken())
                .containsExactlyInAnyOrder(
                        "README.md links to docs/gone.md, which is not there",
                        "README.md links to docs/good.md#no-heading, but no heading of that page is called so",
                        "README.md links to #there, but no heading of that page is called so",
                        "README.md names docs/missing.md, which is not there",
                        "services/a/src/A.java names docs/lost.md, which is not there");
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
