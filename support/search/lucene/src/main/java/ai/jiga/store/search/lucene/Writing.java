package ai.jiga.store.search.lucene;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// How a word was told from its neighbours, which decides how it can be found.
enum Writing {
    /// By spaces and punctuation, as Latin, Arabic or Korean words.
    SPACED,

    /// By a dictionary, in a script without spaces, as Thai: where one text has two words another may have
    /// one.
    CONTINUOUS,

    /// By a dictionary that knows too few words to rely on: Chinese and Japanese. Such words are found by
    /// their characters, wherever a dictionary would part them.
    IDEOGRAPHIC;

    private static final Set<UnicodeScript> CONTINUOUS_SCRIPTS =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    private static final Set<UnicodeScript> IDEOGRAPHIC_SCRIPTS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);
    /// What is below is Latin, Greek, Cyrillic, Hebrew, Arabic or Indic.
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    static Writing of(int character) {
        if (character < FIRST_WITHOUT_SPACES) {
            return SPACED;
        }
        UnicodeScript script = UnicodeScript.of(character);
        if (CONTINUOUS_SCRIPTS.contains(script)) {
            return CONTINUOUS;
        }
        return IDEOGRAPHIC_SCRIPTS.contains(script) ? IDEOGRAPHIC : SPACED;
    }

    /// Whether a text has anything that needs a dictionary.
    static boolean needsDictionary(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_WITHOUT_SPACES && of(text.codePointAt(i)) != SPACED) {
                return true;
            }
        }
        return false;
    }
}
