package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Which words of a query are kept when no document has them all: the rarest, and of the others, rarest
/// first, each that some document has together with those kept so far.
///
/// Rare is what few documents have as it was typed. What is found through a typo alone is kept last, whatever
/// its number, because it may be another word ("best" is no "test"); what is not found at all is never kept.
final class Relaxation {

    /// @param certain documents that have it as it was typed
    /// @param found documents that have it, be it with a typo
    private record Frequency(int unit, long certain, long found) {}

    private Relaxation() {}

    /// The words that are needed; none when nothing of the query is found.
    static int kept(QueryText query, List<SegmentWords> segments) throws IOException {
        List<Frequency> known = new ArrayList<>();
        for (int unit : query.units()) {
            Frequency frequency = frequency(unit, segments);
            if (frequency.found() > 0) {
                known.add(frequency);
            }
        }
        known.sort(Comparator.<Frequency, Boolean>comparing(each -> each.certain() == 0)
                .thenComparingLong(each -> each.certain() == 0 ? each.found() : each.certain()));
        int kept = 0;
        List<FixedBitSet> having = List.of();
        for (Frequency next : known) {
            List<FixedBitSet> narrowed = new ArrayList<>();
            boolean any = false;
            for (int i = 0; i < segments.size(); i++) {
                SegmentWords segment = segments.get(i);
                FixedBitSet documents =
                        kept == 0 ? all(segment, next.unit()) : having.get(i).clone();
                if (kept != 0) {
                    narrow(documents, segment, next.unit());
                }
                any |= documents.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS;
                narrowed.add(documents);
            }
            if (any) {
                kept |= next.unit();
                having = narrowed;
            }
        }
        return kept;
    }

    private static Frequency frequency(int unit, List<SegmentWords> segments) throws IOException {
        int[] words = QueryText.members(unit);
        long certain = 0;
        long found = 0;
        for (SegmentWords segment : segments) {
            if (words.length == 1) {
                certain += segment.certain(words[0]);
                found += segment.found(words[0]);
                continue;
            }
            FixedBitSet together = all(segment, unit);
            found += together.cardinality();
            for (int word : words) {
                together.and(certainly(segment, word));
            }
            certain += together.cardinality();
        }
        return new Frequency(unit, certain, found);
    }

    private static FixedBitSet all(SegmentWords segment, int unit) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, segment.size()));
        int[] words = QueryText.members(unit);
        for (int word : words) {
            if (segment.found(word) == 0) {
                return documents;
            }
        }
        short[] first = segment.points(words[0]);
        for (int document = 0; document < first.length; document++) {
            if (first[document] > 0 && segment.isLive(document)) {
                documents.set(document);
            }
        }
        narrow(documents, segment, unit);
        return documents;
    }

    private static FixedBitSet certainly(SegmentWords segment, int word) {
        FixedBitSet documents = new FixedBitSet(Math.max(1, segment.size()));
        short[] points = segment.points(word);
        for (int document = 0; document < points.length; document++) {
            if (QueryWord.isCertain(points[document])) {
                documents.set(document);
            }
        }
        return documents;
    }

    private static void narrow(FixedBitSet documents, SegmentWords segment, int unit) {
        for (int word : QueryText.members(unit)) {
            short[] points = segment.points(word);
            for (int document = documents.nextSetBit(0);
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = document + 1 < documents.length()
                            ? documents.nextSetBit(document + 1)
                            : DocIdSetIterator.NO_MORE_DOCS) {
                if (points[document] == 0) {
                    documents.clear(document);
                }
            }
        }
    }
}
