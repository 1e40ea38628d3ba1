package ai.jiga.store.search.lucene;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// What remains of a word for comparing: compatibility forms, case, accents and apostrophes removed, digits
/// of every script as ASCII ones.
final class Folding {

    /// Accents are marks on Latin, Greek and Cyrillic letters and points of Hebrew and Arabic. The marks of
    /// Thai, Burmese or Hindi are vowels, and those of Japanese make another letter.
    private static final Pattern ACCENTS = Pattern.compile("[\\p{M}&&["
            + "\\p{IsInherited}\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}]"
            + "&&[^\\u3099\\u309A]]+");

    private Folding() {}

    static String fold(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT).replace("'", "");
        }
        char[] in = bare(word).toCharArray();
        // Folding makes at most four characters of one.
        char[] out = new char[in.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        String folded = new String(out, 0, length)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ')
                .replace("'", "");
        // Lower case may bring a mark of its own (İ), and Hangul must become syllables again for edits to
        // count.
        return asciiDigits(Normalizer.normalize(bare(folded), Normalizer.Form.NFC));
    }

    private static String bare(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String asciiDigits(String word) {
        if (word.codePoints().noneMatch(c -> c >= 0x80 && Character.isDigit(c))) {
            return word;
        }
        StringBuilder digits = new StringBuilder(word.length());
        word.codePoints().forEach(c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return digits.toString();
    }
}
