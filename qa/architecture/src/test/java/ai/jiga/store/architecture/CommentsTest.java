package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comments read as they were written.
class CommentsTest {
    private static final String FULL =
            "/// What stands here is a line of a comment that is as long as a line of a comment may be, or nearly so";

    @Test
    void noCommentBreaksOffInTheMiddleOfASentence() {
        assertThat(new Comments(Poms.root()).broken()).isEmpty();
    }

    @Test
    void whatTheFormatterCutsIsFoundAndWhatWasMeantIsNot(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("Cut.java"), FULL + "\n/// in\n/// this way.\nclass Cut {}\n");
        Files.writeString(root.resolve("Ended.java"), FULL + "\n/// in this way.\n/// Another one.\nclass Ended {}\n");
        Files.writeString(root.resolve("Listed.java"), FULL + "\n/// - one\n/// - two\nclass Listed {}\n");
        Files.writeString(root.resolve("Last.java"), FULL + "\n/// in\n///\n/// paragraphs\nclass Last {}\n");

        assertThat(new Comments(root).broken())
                .containsExactly(
                        "Cut.java:2: the comment breaks off at '/// in': write its lines anew, 110 columns at most");
    }
}
