package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.TermValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// How a document lies in Lucene. Words are indexed as plain terms without frequencies or positions, because a
/// match is worth the same however often and wherever it stands.
final class Fields {

    /// Changed whenever this layout or the folding of words does, so that an older folder is built anew.
    static final String LAYOUT = "3";

    /// The key that a change replaces; deletions have it too.
    static final String KEY = "key";

    /// Present on documents only, not on remembered deletions.
    static final String ID = "id";

    static final String VERSION = "version";

    /// Unfinished words up to this long have postings of their own: short ones match too many words to gather.
    static final int INDEXED_PREFIX = 4;

    private Fields() {}

    static String words(String attribute) {
        return "w:" + attribute;
    }

    static String prefixes(String attribute) {
        return "p:" + attribute;
    }

    /// Neighbouring words as one.
    static String compounds(String attribute) {
        return "j:" + attribute;
    }

    /// Characters of scripts without spaces, and pairs of them.
    static String pieces(String attribute) {
        return "g:" + attribute;
    }

    static String text(String attribute) {
        return "t:" + attribute;
    }

    static String terms(String attribute) {
        return "f:" + attribute;
    }

    static String number(String attribute) {
        return "n:" + attribute;
    }

    static Term key(String id) {
        return new Term(KEY, id);
    }

    /// What remains of a deleted document: its key and version, which keep a late, older change out.
    static Document deletion(String id, long version) {
        Document document = new Document();
        document.add(new StringField(KEY, id, Field.Store.NO));
        document.add(new NumericDocValuesField(VERSION, version));
        return document;
    }

    static Document document(SearchDocument from, IndexDefinition definition, TextAnalysis analysis) {
        Document document = deletion(from.id(), from.version());
        document.add(new BinaryDocValuesField(ID, new BytesRef(from.id())));
        from.text().forEach((attribute, text) -> {
            document.add(new StoredField(text(attribute), text));
            addWords(document, attribute, text, analysis);
        });
        for (String attribute : from.terms().keySet()) {
            boolean counted = definition.termFacets().contains(attribute);
            definition.values(attribute, from).forEach(value -> addTerm(document, attribute, value, counted));
        }
        from.booleans().forEach((attribute, value) -> {
            String flag = Boolean.toString(value);
            addTerm(document, attribute, new TermValue(flag, flag), true);
        });
        from.numbers().forEach((attribute, value) -> document.add(new DoubleDocValuesField(number(attribute), value)));
        return document;
    }

    private static void addWords(Document document, String attribute, String text, TextAnalysis analysis) {
        TextAnalysis.Analysed analysed = analysis.analyse(text);
        Set<String> words = distinct(analysed.words());
        Set<String> prefixes = new LinkedHashSet<>();
        for (String word : words) {
            int letters = Math.min(word.codePointCount(0, word.length()), INDEXED_PREFIX);
            for (int i = 1; i <= letters; i++) {
                prefixes.add(word.substring(0, word.offsetByCodePoints(0, i)));
            }
        }
        add(document, words(attribute), words);
        add(document, prefixes(attribute), prefixes);
        add(document, compounds(attribute), distinct(analysed.compounds()));
        add(document, pieces(attribute), distinct(analysed.pieces()));
    }

    private static Set<String> distinct(List<Token> tokens) {
        Set<String> terms = new LinkedHashSet<>();
        tokens.forEach(token -> terms.add(token.term()));
        return terms;
    }

    private static void add(Document document, String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    private static void addTerm(Document document, String attribute, TermValue value, boolean counted) {
        document.add(new StringField(terms(attribute), value.key(), Field.Store.NO));
        if (counted) {
            document.add(new SortedSetDocValuesField(terms(attribute), new BytesRef(value.packed())));
        }
    }
}
