package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.List;

/// How a query is read, which depends on the index as a whole and is the same for all pages of a search.
///
/// @param needed the words that a document must have
/// @param mistyped the words that are found as compounds with typos, since nothing has them otherwise
record Reading(int needed, int mistyped) {

    /// Every word as it was typed.
    static Reading strict(QueryText query) {
        return new Reading(query.needed(), 0);
    }

    /// With the compounds that were mistyped, where a word is found in no other way. Looking for them costs
    /// as much as looking for words, so nobody else pays for it.
    static Reading forgiving(QueryText query, List<SegmentWords> segments) throws IOException {
        int mistyped = 0;
        for (int word : QueryText.members(query.needed())) {
            if (query.words().get(word).joinsWithTypos() && found(word, segments) == 0) {
                mistyped |= 1 << word;
            }
        }
        Reading reading = new Reading(query.needed(), mistyped);
        for (SegmentWords segment : segments) {
            segment.look(reading);
        }
        return reading;
    }

    private static long found(int word, List<SegmentWords> segments) throws IOException {
        long found = 0;
        for (SegmentWords segment : segments) {
            found += segment.found(word);
        }
        return found;
    }

    /// With fewer words; with none when the text says nothing that anybody has.
    Reading relaxed(QueryText query, List<SegmentWords> segments) throws IOException {
        return new Reading(Relaxation.kept(query, segments), mistyped);
    }

    boolean isRelaxed(QueryText query) {
        return needed != query.needed() && (needed != 0 || query.saysNothing());
    }

    /// Whether every document is a match: nothing was asked for, or nothing but stop words that nobody has.
    boolean isEverything(QueryText query) {
        return needed == 0 && query.saysNothing();
    }

    /// Whether the query has these words: a reading comes back in a cursor.
    boolean fits(QueryText query) {
        return (needed & ~query.needed()) == 0
                && (mistyped & ~query.needed()) == 0
                && (needed != 0 || query.saysNothing());
    }

    int packed() {
        return mistyped << Short.SIZE | needed;
    }

    static Reading unpacked(int packed) {
        return new Reading(packed & 0xffff, packed >>> Short.SIZE);
    }
}
