package ai.jiga.store.bench;

import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.lucene.LuceneSearch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Searches on Lucene, with all facets and highlights, at few and at many listings: what each way of reading
/// a query costs, beside browsing the same index. The time is that of the searching thread on the processor,
/// so that a busy machine tells the same as an idle one.
final class SearchBench implements Benchmark {
    private static final double MILLI = 1e6;
    private static final double TARGET_MILLIS = 10;

    private final Size size;

    /// @param listings few to many
    /// @param searches of each kind; a third as many go before, and do not count
    record Size(List<Integer> listings, int searches) {
        static final Size FULL = new Size(List.of(10_000, 100_000), 300);
    }

    /// @param kind what it is an example of
    private record Query(String kind, String text) {}

    private static final List<Query> QUERIES = List.of(
            new Query("browsing", ""),
            new Query("a word", "valorant"),
            new Query("a typo", "valornt"),
            new Query("two letters", "co"),
            new Query("an unfinished word", "positi"),
            new Query("a name with a stop word", "call of duty"),
            new Query("four words", "calm voice review beginner"),
            new Query("stop words between", "a coach for the team"),
            new Query("written together", "leagueoflegends"),
            new Query("written apart", "rain bow"),
            new Query("a mistyped compound", "countrestrike"),
            new Query("relaxed: an unknown word", "valorant zzyzzx"),
            new Query("relaxed: a sentence", "who is the best agent for zzqvalo in my qqzteam tonight"),
            new Query("relaxed: all words known", "apex legends minecraft dota rust tarkov hearthstone"),
            new Query("a number that is not there", "2043"));

    SearchBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        out.println("# Search on Lucene");
        for (int listings : size.listings()) {
            Path folder = Files.createDirectory(work.resolve("search-" + listings));
            try (SearchIndex index = LuceneSearch.open(folder).open(SearchedListings.INDEX)) {
                SearchedListings.fill(index, listings);
                out.println();
                out.printf(Locale.ROOT, "%,d listings, %,d KB on disk%n", listings, kilobytes(folder));
                out.println();
                measure(index, out);
            }
        }
    }

    private void measure(SearchIndex index, PrintStream out) {
        for (Query query : QUERIES) {
            for (int i = 0; i < Math.max(1, size.searches() / 3); i++) {
                search(index, query, i);
            }
        }
        Table.row(out, "query", "found", "p50 ms", "p99 ms", "p99 <= 10 ms");
        Table.row(out, "---", "---:", "---:", "---:", "---");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (Query query : QUERIES) {
            long[] nanos = new long[size.searches()];
            SearchResult found = search(index, query, nanos.length);
            for (int i = 0; i < nanos.length; i++) {
                long start = threads.getCurrentThreadCpuTime();
                found = search(index, query, i);
                nanos[i] = threads.getCurrentThreadCpuTime() - start;
            }
            Arrays.sort(nanos);
            double p99 = nanos[nanos.length * 99 / 100] / MILLI;
            Table.row(
                    out,
                    query.kind() + (query.text().isEmpty() ? "" : ": `" + query.text() + "`"),
                    String.format(Locale.ROOT, "%,d%s", found.total(), found.relaxed() ? " (relaxed)" : ""),
                    nanos[nanos.length / 2] / MILLI,
                    p99,
                    Table.verdict(p99 <= TARGET_MILLIS));
        }
    }

    /// Spaces at the end mean nothing, and make of it another search: an answer that is there from before costs none.
    private static SearchResult search(SearchIndex index, Query query, int spaces) {
        return index.search(SearchRequest.builder()
                .text(query.text() + " ".repeat(spaces))
                .facets(SearchedListings.INDEX.facets())
                .build());
    }

    private static long kilobytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(SearchBench::size)
                            .sum()
                    / 1_024;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
