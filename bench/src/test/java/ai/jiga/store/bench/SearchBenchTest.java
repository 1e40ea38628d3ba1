package ai.jiga.store.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchBenchTest {
    @TempDir
    Path work;

    @Test
    void aSmallRunPrintsItsTables() throws Exception {
        var printed = new ByteArrayOutputStream();
        var size = new SearchBench.Size(List.of(50, 200), 2);
        new SearchBench(size).run(work, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("200 listings")
                .contains("| browsing | 200 |")
                .contains("(relaxed)");
    }
}
