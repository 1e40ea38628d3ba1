package ai.jiga.store.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobBenchTest {
    @TempDir
    Path work;

    @Test
    void withoutAPackagedStoreItSaysHowItIsRun() {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new MainJobBench(MainJobBench.Size.FULL).run(work, out))
                .hasMessageContaining("./jiga bench main-job");
    }

    @Test
    void latenciesAreInMilliseconds() throws Exception {
        var latencies = new Latencies();
        for (int i = 0; i < 10; i++) {
            latencies.time(() -> "done");
        }

        assertThat(latencies.count()).isEqualTo(10);
        assertThat(latencies.at(50))
                .isPositive()
                .isLessThanOrEqualTo(latencies.at(99))
                .isLessThan(1_000);
    }

    @Test
    void rawInsertsAreCountedByTheDocument() throws Exception {
        try (RawCommits raw = RawCommits.in(work)) {
            assertThat(raw.rate(8, Duration.ofMillis(50))).isPositive();
        }
    }
}
