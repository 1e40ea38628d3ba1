package ai.jiga.store.search.testkit;

/// What the contract asks for and an engine on somebody else's service may be unable to give. An engine's test
/// names what its engine lacks ([IndexContract#lacking()]); where something is lacking, the contract asks for
/// what must hold all the same, so that no test is skipped.
public enum Capability {
    /// What was not committed is gone after a close, even when searches have seen it. Without: it stays, and
    /// reading it again from its source changes nothing.
    SHOWN_CHANGES_GO_UNCOMMITTED,

    /// A cursor goes on behind its last hit, whatever has come before that one since. Without: hits may come
    /// twice, and none is left out, as long as nothing before them goes.
    CURSORS_HOLD_THEIR_PLACE,

    /// Terms that differ in case only are two values. Without: a filter takes both.
    TERMS_DIFFER_BY_CASE,

    /// A wrong first letter is a typo like any other. Without: it counts as two.
    TYPOS_IN_THE_FIRST_LETTER,

    /// A word with a typo is a better match than one that goes on. Without: what goes on has no typo, and comes
    /// first.
    TYPOS_BEFORE_UNFINISHED_WORDS,

    /// Synonyms of several words are found through typos, in any order of their words, and unfinished. Without:
    /// as they are declared.
    SYNONYMS_WITH_TYPOS,

    /// A synonym of several words is marked as one. Without: each word by itself.
    SYNONYMS_MARKED_AS_A_WHOLE,

    /// Letters of every script are folded (`ß` to `ss`, `ﬁ` to `fi`, wide letters, dotted capitals), words are
    /// found in scripts that put no spaces, symbols are words. Without: case and accents of Latin letters do not
    /// count, and whole words of any script are found.
    EVERY_SCRIPT_AND_SYMBOL
}
