package ai.jiga.store.search.lucene;

/// A folded word and the part of the text it stands for: of a synonym or a compound, all the words it stands
/// for.
record Token(String term, int start, int end, Writing writing) {

    int letters() {
        return term.codePointCount(0, term.length());
    }
}
