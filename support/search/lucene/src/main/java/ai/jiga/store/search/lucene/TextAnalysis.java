package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts text into words by the Unicode rules (UAX #29) and folds each to what is compared: compatibility forms,
/// case and accents removed. Synonyms are applied to the indexed text, not to the query: where a phrase of a
/// group stands, the words of its other phrases are indexed as well, so that typos and unfinished words work on
/// synonyms like on any word.
final class TextAnalysis {

    /// A folded word and the part of the text it stands for; a synonym stands for the whole phrase it means.
    record Token(String term, int start, int end) {}

    private record Phrase(List<String> words, List<List<String>> synonyms) {}

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();

    TextAnalysis(List<List<String>> synonyms) {
        for (List<String> group : synonyms) {
            List<List<String>> phrases = group.stream()
                    .map(phrase -> words(phrase).stream().map(Token::term).toList())
                    .filter(words -> !words.isEmpty())
                    .toList();
            for (List<String> phrase : phrases) {
                List<List<String>> others =
                        phrases.stream().filter(other -> !other.equals(phrase)).toList();
                phrasesByFirstWord
                        .computeIfAbsent(phrase.getFirst(), unused -> new ArrayList<>())
                        .add(new Phrase(phrase, others));
            }
        }
    }

    /// The words of a text, in order.
    List<Token> words(String text) {
        List<Token> tokens = new ArrayList<>();
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(separated(text)));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String folded = fold(term.toString());
                if (!folded.isEmpty()) {
                    tokens.add(new Token(folded, offset.startOffset(), offset.endOffset()));
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// The words of a text and those it can also be found by.
    List<Token> wordsAndSynonyms(String text) {
        List<Token> words = words(text);
        List<Token> all = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            for (Phrase phrase : phrasesByFirstWord.getOrDefault(words.get(i).term(), List.of())) {
                if (!standsAt(phrase.words(), words, i)) {
                    continue;
                }
                int start = words.get(i).start();
                int end = words.get(i + phrase.words().size() - 1).end();
                for (List<String> synonym : phrase.synonyms()) {
                    synonym.forEach(word -> all.add(new Token(word, start, end)));
                }
            }
        }
        return all;
    }

    private static boolean standsAt(List<String> phrase, List<Token> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).equals(words.get(at + i).term())) {
                return false;
            }
        }
        return true;
    }

    /// An underscore joins words for UAX #29, but `voice_instruction` is two words to whoever searches it; and
    /// half a surrogate pair is no character at all. Lengths stay, because highlights refer to the text as it
    /// was.
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

    private static String fold(String word) {
        boolean ascii = true;
        for (int i = 0; i < word.length() && ascii; i++) {
            ascii = word.charAt(i) < 0x80;
        }
        if (ascii) {
            return word.toLowerCase(Locale.ROOT);
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        char[] in = bare.toCharArray();
        // Folding makes at most four characters of one.
        char[] out = new char[in.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        String folded = new String(out, 0, length).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        // Lower case may bring a mark of its own (İ), and Hangul must become syllables again for edits to count.
        return Normalizer.normalize(
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                        .replaceAll(""),
                Normalizer.Form.NFC);
    }
}
