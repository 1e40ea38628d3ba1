package ai.jiga.store.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBenchTest {
    @TempDir
    Path work;

    @Test
    void aSmallRunPrintsItsTable() throws Exception {
        var printed = new ByteArrayOutputStream();
        new LedgerBench(new LedgerBench.Size(20, 4, Duration.ofMillis(30), 1))
                .run(work, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("20 wallets, 4 callers; a hold is of 3 documents")
                .contains("| holds, over all wallets |", "| holds, on one wallet |", "| holds that are settled |");
    }
}
