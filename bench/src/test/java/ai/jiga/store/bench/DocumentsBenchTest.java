package ai.jiga.store.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsBenchTest {
    @TempDir
    Path work;

    @Test
    void aSmallRunPrintsItsTables() throws Exception {
        var printed = new ByteArrayOutputStream();
        var size = new DocumentsBench.Size(100, 400, Duration.ofMillis(20), 1, List.of(1, 4));
        new DocumentsBench(size).run(work, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("| writers | store | raw")
                .contains("| 4 |")
                .contains("| an owner's 20 newest |")
                .contains("400 documents");
    }
}
