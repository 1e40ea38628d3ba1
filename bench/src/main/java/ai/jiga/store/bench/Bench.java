package ai.jiga.store.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/// `./jiga bench NAME`: runs a benchmark by its name and prints what it found.
public final class Bench {
    private static final SortedMap<String, Benchmark> BENCHMARKS = new TreeMap<>();

    static {
        BENCHMARKS.put("documents", new DocumentsBench(DocumentsBench.Size.FULL));
        BENCHMARKS.put("growth", new GrowthBench(GrowthBench.Size.FULL));
        BENCHMARKS.put("ledger", new LedgerBench(LedgerBench.Size.FULL));
        BENCHMARKS.put("main-job", new MainJobBench(MainJobBench.Size.FULL));
        BENCHMARKS.put("reads", new ReadsBench(ReadsBench.Size.FULL));
        BENCHMARKS.put("sessions", new SessionsBench(SessionsBench.Size.FULL));
        BENCHMARKS.put("search", new SearchBench(SearchBench.Size.FULL));
    }

    private Bench() {}

    /// Ends with 2 for a name that there is not.
    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println("Name a benchmark: " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
            return;
        }
        Path parent = Path.of(System.getProperty("jiga.work", System.getProperty("java.io.tmpdir")));
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, "bench-");
        try {
            benchmark.run(work, System.out);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
