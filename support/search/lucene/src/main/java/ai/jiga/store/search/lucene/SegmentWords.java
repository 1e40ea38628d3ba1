package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// What the words of one query find in one segment. A word is looked up when it is first asked for, and what
/// it found is kept, so that reading the query a second time, with fewer words, looks up nothing twice.
final class SegmentWords {
    /// For a document that has a stop word where the query has it ("The Who"): decides between equal matches,
    /// and never between attributes.
    private static final short POINTS_OF_NAME = 3;

    private final LeafReader segment;
    private final List<String> attributes;
    private final QueryText query;
    private final @Nullable Bits live;
    private final short[] @Nullable [] points;
    private final boolean[] lookedUp;
    private final int[] certain;
    private final int[] found;
    private short @Nullable [] names;
    private boolean joined;

    /// @param attributes all text attributes, the most important first
    SegmentWords(LeafReader segment, List<String> attributes, QueryText query) {
        int words = query.words().size();
        this.segment = segment;
        this.attributes = attributes;
        this.query = query;
        this.live = segment.getLiveDocs();
        this.points = new short[words][];
        this.lookedUp = new boolean[words];
        this.certain = new int[words];
        this.found = new int[words];
    }

    /// Looks for what this reading finds beyond the words as they were typed.
    void look(Reading reading) throws IOException {
        for (int word : QueryText.members(reading.mistyped())) {
            lookUp(word);
            for (int i = 0; i < query.attributes(); i++) {
                lookUpWithTypos(word, Fields.compounds(attributes.get(i)), attributes.size() - i);
            }
        }
    }

    /// How many documents have the word, be it with a typo.
    int found(int word) throws IOException {
        lookUp(word);
        return found[word];
    }

    /// How many documents have the word as it was typed, or begun.
    int certain(int word) throws IOException {
        lookUp(word);
        return certain[word];
    }

    /// The points of a word that was found.
    short[] points(int word) {
        short[] of = points[word];
        return of == null ? new short[segment.maxDoc()] : of;
    }

    boolean isLive(int document) {
        return live == null || live.get(document);
    }

    int size() {
        return segment.maxDoc();
    }

    /// The points of each document, 0 where a needed word is missing; null when no document has them all.
    /// Words that were given up count where they stand as they were typed.
    short @Nullable [] sum(Reading reading) throws IOException {
        int needed = reading.needed();
        short[] sum = null;
        boolean own = false;
        for (int word = 0; word < points.length; word++) {
            if ((needed & 1 << word) == 0) {
                continue;
            }
            if (found(word) == 0) {
                return null;
            }
            if (sum == null) {
                sum = points(word);
            } else {
                sum = both(sum, points(word), own ? sum : new short[sum.length]);
                own = true;
            }
        }
        if (sum == null) {
            return null;
        }
        for (int unit : query.units()) {
            if ((unit & needed) == 0) {
                sum = own ? sum : sum.clone();
                own = true;
                addCertain(sum, unit);
            }
        }
        if (names != null) {
            sum = own ? sum : sum.clone();
            addNames(sum, names);
        }
        return sum;
    }

    private static short[] both(short[] one, short[] other, short[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] == 0 || other[i] == 0 ? 0 : (short) (one[i] + other[i]);
        }
        return sum;
    }

    private void addCertain(short[] sum, int unit) throws IOException {
        int[] words = QueryText.members(unit);
        for (int word : words) {
            if (certain(word) == 0) {
                return;
            }
        }
        for (int document = 0; document < sum.length; document++) {
            int more = 0;
            for (int word : words) {
                short worth = points(word)[document];
                more = QueryWord.isCertain(worth) && more >= 0 ? more + worth : -1;
            }
            if (sum[document] > 0 && more > 0) {
                sum[document] += (short) more;
            }
        }
    }

    private static void addNames(short[] sum, short[] names) {
        for (int document = 0; document < sum.length; document++) {
            if (sum[document] > 0) {
                sum[document] += names[document];
            }
        }
    }

    private void lookUp(int word) throws IOException {
        if (!joined) {
            joined = true;
            for (QueryText.Join join : query.joins()) {
                lookUp(join);
            }
        }
        if (!lookedUp[word]) {
            lookedUp[word] = true;
            for (int i = 0; i < query.attributes(); i++) {
                lookUpAsTyped(word, attributes.get(i), attributes.size() - i);
            }
            certain[word] = found[word];
            for (int i = 0; i < query.attributes() && query.words().get(word).edits() > 0; i++) {
                lookUpWithTypos(word, Fields.words(attributes.get(i)), attributes.size() - i);
            }
        }
    }

    private void lookUp(QueryText.Join join) throws IOException {
        BytesRef term = new BytesRef(join.token().term());
        for (int i = 0; i < query.attributes(); i++) {
            String attribute = attributes.get(i);
            int weight = attributes.size() - i;
            short whole = QueryWord.points(QueryWord.Match.JOINED, weight);
            give(join, exactly(Fields.words(attribute), term), whole);
            if (join.isOfACompound()) {
                give(join, exactly(Fields.compounds(attribute), term), whole);
            }
            if (join.isBeginning()) {
                short begun = QueryWord.points(QueryWord.Match.PREFIX, weight);
                for (int word : QueryText.members(join.covered() & query.needed())) {
                    giveBegun(word, Fields.words(attribute), term, begun);
                }
            }
            PostingsEnum inARow = join.name() ? exactly(Fields.compounds(attribute), term) : null;
            if (inARow != null) {
                names = names == null ? new short[segment.maxDoc()] : names;
                for (int document = inARow.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = inARow.nextDoc()) {
                    names[document] = POINTS_OF_NAME;
                }
            }
        }
    }

    private void lookUpAsTyped(int at, String attribute, int weight) throws IOException {
        QueryWord word = query.words().get(at);
        BytesRef term = new BytesRef(word.term());
        short exact = QueryWord.points(QueryWord.Match.EXACT, weight);
        short whole = QueryWord.points(QueryWord.Match.JOINED, weight);
        short begun = QueryWord.points(QueryWord.Match.PREFIX, weight);
        give(at, exactly(Fields.words(attribute), term), exact);
        if (!word.pieces().isEmpty()) {
            giveAll(at, Fields.pieces(attribute), word.pieces(), whole);
        } else {
            give(at, exactly(Fields.compounds(attribute), term), whole);
        }
        if (!word.prefix()) {
            return;
        }
        if (word.length() <= Fields.INDEXED_PREFIX) {
            give(at, exactly(Fields.prefixes(attribute), term), begun);
        } else {
            giveBegun(at, Fields.words(attribute), term, begun);
        }
        if (word.length() >= Compounds.LETTERS_OF_UNFINISHED) {
            giveBegun(at, Fields.compounds(attribute), term, begun);
        }
    }

    private void lookUpWithTypos(int at, String field, int weight) throws IOException {
        QueryWord word = query.words().get(at);
        Terms terms = segment.terms(field);
        if (terms == null) {
            return;
        }
        PostingsEnum postings = null;
        TermsEnum similar = terms.intersect(word.automaton(), null);
        for (BytesRef indexed = similar.next(); indexed != null; indexed = similar.next()) {
            QueryWord.Match match = word.match(indexed.utf8ToString());
            if (match == QueryWord.Match.ONE_EDIT || match == QueryWord.Match.TWO_EDITS) {
                postings = similar.postings(postings, PostingsEnum.NONE);
                give(at, postings, QueryWord.points(match, weight));
            }
        }
    }

    /// The documents that have this term; null when none has.
    private @Nullable PostingsEnum exactly(String field, BytesRef term) throws IOException {
        Terms terms = segment.terms(field);
        if (terms == null) {
            return null;
        }
        TermsEnum at = terms.iterator();
        return at.seekExact(term) ? at.postings(null, PostingsEnum.NONE) : null;
    }

    /// To those that have a term with this beginning.
    private void giveBegun(int word, String field, BytesRef beginning, short worth) throws IOException {
        Terms terms = segment.terms(field);
        TermsEnum continued = terms == null ? null : terms.iterator();
        if (continued == null || continued.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
            return;
        }
        PostingsEnum postings = null;
        for (BytesRef at = continued.term();
                at != null && StringHelper.startsWith(at, beginning);
                at = continued.next()) {
            postings = continued.postings(postings, PostingsEnum.NONE);
            give(word, postings, worth);
        }
    }

    /// To those that have all of these terms.
    private void giveAll(int word, String field, List<String> terms, short worth) throws IOException {
        FixedBitSet all = null;
        for (String term : terms) {
            PostingsEnum postings = exactly(field, new BytesRef(term));
            if (postings == null) {
                return;
            }
            FixedBitSet having = new FixedBitSet(segment.maxDoc());
            having.or(postings);
            if (all == null) {
                all = having;
            } else {
                all.and(having);
            }
        }
        if (all != null) {
            for (int document = all.nextSetBit(0);
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = document + 1 < all.length()
                            ? all.nextSetBit(document + 1)
                            : DocIdSetIterator.NO_MORE_DOCS) {
                give(word, document, worth);
            }
        }
    }

    private void give(QueryText.Join join, @Nullable PostingsEnum postings, short worth) throws IOException {
        if (postings != null) {
            for (int document = postings.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = postings.nextDoc()) {
                for (int word : QueryText.members(join.covered() & query.needed())) {
                    give(word, document, worth);
                }
            }
        }
    }

    private void give(int word, @Nullable PostingsEnum postings, short worth) throws IOException {
        if (postings != null) {
            for (int document = postings.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = postings.nextDoc()) {
                give(word, document, worth);
            }
        }
    }

    private void give(int word, int document, short worth) {
        short[] of = points[word];
        if (of == null) {
            of = new short[segment.maxDoc()];
            points[word] = of;
        }
        if (of[document] == 0 && isLive(document)) {
            found[word]++;
        }
        if (of[document] < worth) {
            of[document] = worth;
        }
    }
}
