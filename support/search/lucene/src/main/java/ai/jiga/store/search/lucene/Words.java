package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts text into words by the Unicode rules (UAX #29), and by ICU's dictionaries where a script puts no
/// spaces, and folds each.
final class Words {

    /// What French and Italian contract with the next word: "l'équipe" is looked for as "équipe".
    private static final Set<String> ELIDED = Set.of(
            "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "all", "dall", "dell",
            "nell", "sull", "un");

    /// Letters with dots between them, which people leave out: S.T.A.L.K.E.R.
    private static final Pattern ACRONYM = Pattern.compile("\\p{L}(?:\\.\\p{L})+");

    private Words() {}

    /// The words of a text, in order.
    static List<Token> of(String text) {
        String separated = separated(text);
        List<Token> tokens = new ArrayList<>();
        try (Tokenizer tokenizer = tokenizer(separated)) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(separated));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                add(tokens, term.toString(), offset.startOffset(), offset.endOffset());
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// The two agree on everything that needs no dictionary, where the plain one takes a third of the time.
    private static Tokenizer tokenizer(String text) {
        return Writing.needsDictionary(text)
                ? new ICUTokenizer(new DefaultICUTokenizerConfig(true, true))
                : new StandardTokenizer();
    }

    private static void add(List<Token> tokens, String word, int start, int end) {
        String plain = word.replace('\u2019', '\'');
        int apostrophe = plain.indexOf('\'');
        if (apostrophe > 0
                && plain.length() - apostrophe > 2
                && end - start == word.length()
                && ELIDED.contains(Folding.fold(plain.substring(0, apostrophe)))) {
            add(tokens, plain.substring(0, apostrophe), start, start + apostrophe);
            add(tokens, plain.substring(apostrophe + 1), start + apostrophe + 1, end);
            return;
        }
        String folded = Folding.fold(ACRONYM.matcher(plain).matches() ? plain.replace(".", "") : plain);
        if (!folded.isEmpty()) {
            tokens.add(new Token(folded, start, end, Writing.of(folded.codePointAt(0))));
        }
    }

    /// An underscore joins words for UAX #29, but `voice_instruction` is two words to whoever searches it;
    /// and half a surrogate pair is no character at all. Lengths stay, because highlights refer to the text
    /// as it was.
    private static String separated(String text) {
        StringBuilder separated = new StringBuilder(text);
        for (int i = 0; i < separated.length(); i++) {
            char c = separated.charAt(i);
            if (c == '_') {
                separated.setCharAt(i, ' ');
            } else if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < separated.length()
                        && Character.isLowSurrogate(separated.charAt(i + 1));
                if (pair) {
                    i++;
                } else {
                    separated.setCharAt(i, '\uFFFD');
                }
            }
        }
        return separated.toString();
    }
}
