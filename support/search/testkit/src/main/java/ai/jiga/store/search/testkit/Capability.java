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

    /// A word with a typo is a better match than one that goes on. Without: what goes on has no typo, and
    /// comes first.
    TYPOS_BEFORE_UNFINISHED_WORDS,

    /// Synonyms of several words are found through typos, in any order of their words, and unfinished. Without:
    /// as they are declared.
    SYNONYMS_WITH_TYPOS,

    /// A synonym of several words is marked as one. Without: each word by itself.
    SYNONYMS_MARKED_AS_A_WHOLE,

    /// In a word of letters and digits a typo is forgiven in the letters and never in the digits. Without: a
    /// number of digits alone is not guessed.
    DIGITS_IN_WORDS,

    /// Three and more words are found when they are written together. Without: two.
    COMPOUNDS_OF_MANY_WORDS,

    /// What is written together or apart is found through typos and unfinished, and marked as a whole.
    /// Without: as it is, and each word by itself.
    COMPOUNDS_UNFINISHED_AND_MISTYPED,

    /// Words with a comma between them are not written together. Without: they are.
    PUNCTUATION_PARTS_COMPOUNDS,

    /// A document that has a stop word where the query has it is a better match. Without: the declared
    /// ranking decides.
    STOP_WORDS_IN_NAMES,

    /// A relaxed search needs all the words that can be had together with the rarest. Without: it needs the
    /// rarest, and what has more comes first.
    GIVES_UP_AS_LITTLE_AS_IT_CAN,

    /// Letters of every script are folded (`ß` to `ss`, `ﬁ` to `fi`, wide letters, dotted capitals), words are
    /// found in scripts that put no spaces, symbols are words. Without: case and accents of Latin letters do not
    /// count, and whole words of any script are found.
    EVERY_SCRIPT_AND_SYMBOL
}
