package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/// Finds the words of one query in segments, word by word: a document gets the points of the best match of each
/// word, and none at all when a word is missing.
final class WordScores {
    private final List<String> attributes;
    private final QueryText query;
    private final @Nullable CompiledAutomaton[] automata;

    /// @param attributes all text attributes, the most important first
    WordScores(List<String> attributes, QueryText query) {
        this.attributes = attributes;
        this.query = query;
        this.automata = query.words().stream()
                .map(word -> word.edits() == 0 ? null : word.automaton())
                .toArray(CompiledAutomaton[]::new);
    }

    /// The points of each document of the segment, 0 where a word is missing; null when no document has them
    /// all.
    short @Nullable [] of(LeafReader segment) throws IOException {
        short[] sum = null;
        for (int i = 0; i < automata.length; i++) {
            short[] points = new short[segment.maxDoc()];
            if (!find(segment, query.words().get(i), automata[i], points)) {
                return null;
            }
            sum = sum == null ? points : both(sum, points);
        }
        return sum;
    }

    private static short[] both(short[] sum, short[] points) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] == 0 || points[i] == 0 ? 0 : (short) (sum[i] + points[i]);
        }
        return sum;
    }

    private boolean find(LeafReader segment, QueryWord word, @Nullable CompiledAutomaton automaton, short[] points)
            throws IOException {
        boolean found = false;
        PostingsEnum postings = null;
        BytesRef term = new BytesRef(word.term());
        for (int i = 0; i < query.attributes(); i++) {
            String attribute = attributes.get(i);
            int weight = attributes.size() - i;
            Terms terms = segment.terms(Fields.words(attribute));
            if (terms == null) {
                continue;
            }
            if (automaton == null) {
                TermsEnum exact = terms.iterator();
                if (exact.seekExact(term)) {
                    postings = give(points, exact, postings, QueryWord.points(QueryWord.Match.EXACT, weight));
                    found = true;
                }
            } else {
                TermsEnum similar = terms.intersect(automaton, null);
                for (BytesRef indexed = similar.next(); indexed != null; indexed = similar.next()) {
                    QueryWord.Match match = word.match(indexed.utf8ToString());
                    if (match != null) {
                        postings = give(points, similar, postings, QueryWord.points(match, weight));
                        found = true;
                    }
                }
            }
            if (word.prefix()) {
                found |= findPrefix(segment, attribute, word, term, points, weight);
            }
        }
        return found;
    }

    private static boolean findPrefix(
            LeafReader segment, String attribute, QueryWord word, BytesRef prefix, short[] points, int weight)
            throws IOException {
        short worth = QueryWord.points(QueryWord.Match.PREFIX, weight);
        boolean indexed = word.length() <= Fields.INDEXED_PREFIX;
        Terms terms = segment.terms(indexed ? Fields.prefixes(attribute) : Fields.words(attribute));
        if (terms == null) {
            return false;
        }
        TermsEnum continued = terms.iterator();
        if (indexed) {
            boolean found = continued.seekExact(prefix);
            if (found) {
                give(points, continued, null, worth);
            }
            return found;
        }
        boolean found = false;
        PostingsEnum postings = null;
        if (continued.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
            for (BytesRef at = continued.term();
                    at != null && StringHelper.startsWith(at, prefix);
                    at = continued.next()) {
                postings = give(points, continued, postings, worth);
                found = true;
            }
        }
        return found;
    }

    private static PostingsEnum give(short[] points, TermsEnum term, @Nullable PostingsEnum reuse, short worth)
            throws IOException {
        PostingsEnum postings = term.postings(reuse, PostingsEnum.NONE);
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            if (points[document] < worth) {
                points[document] = worth;
            }
        }
        return postings;
    }
}
