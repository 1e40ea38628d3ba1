package ai.jiga.store.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/// Something that is measured and told as Markdown.
@FunctionalInterface
interface Benchmark {
    /// @param work a folder for data, deleted afterwards
    void run(Path work, PrintStream out) throws Exception;
}
