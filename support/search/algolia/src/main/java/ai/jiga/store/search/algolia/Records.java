package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.TermValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How documents lie in Algolia. Each kind of attribute is an object of its own (`text.name`, `terms.rank`,
/// `numbers.price`, `flags.hasVoiceChat`), because a partial update replaces what stands at the first level as a
/// whole and leaves nothing of the version before.
///
/// Updates are partial ones with Algolia's `IncrementSet` on `stamp`, which it ignores unless the stamp is
/// greater than the one it holds. A deletion is a record too, with nothing in it but a stamp: it has to outlive
/// changes that come late.
final class Records {
    /// Changes with what is stored, so that an index of another layout is fed anew.
    static final int LAYOUT = 2;

    static final String LIVE = "live";
    static final String ID = "id";
    /// The record that is no document: what the index was built under, and how far.
    static final String COMMIT = "_commit";

    static final String DECLARATION = "declaration";
    static final String POSITION = "position";

    /// Algolia's numbers are exact up to 2^53.
    private static final long MOST = (1L << 51) - 1;

    private static final String STAMP = "stamp";
    /// Around what was found in highlights, since texts may hold any HTML; kept out of the texts themselves.
    static final char FOUND_BEGINS = '\ue000';
    static final char FOUND_ENDS = '\ue001';

    private Records() {}

    /// One change of one record.
    ///
    /// @param stamp greater for a later change
    record Change(String objectId, long stamp, Map<String, Object> body) {}

    static String text(String attribute) {
        return "text." + attribute;
    }

    static String terms(String attribute) {
        return "terms." + attribute;
    }

    static String number(String attribute) {
        return "numbers." + attribute;
    }

    static String flag(String attribute) {
        return "flags." + attribute;
    }

    /// The term with its spelling, for a facet that is compared by a key: what is counted, where [#terms] is
    /// what is filtered by.
    static String spelled(String attribute) {
        return "spelled." + attribute;
    }

    /// The number's bucket as a term, because Algolia counts values, not ranges.
    static String bucket(String attribute) {
        return "buckets." + attribute;
    }

    static Change upsert(SearchDocument document, IndexDefinition definition) {
        Map<String, String> text = new LinkedHashMap<>();
        document.text().forEach((attribute, value) -> text.put(attribute, unmarked(value)));
        Map<String, List<String>> terms = new LinkedHashMap<>();
        Map<String, List<String>> spelled = new LinkedHashMap<>();
        for (String attribute : document.terms().keySet()) {
            Collection<TermValue> values = definition.values(attribute, document);
            terms.put(attribute, wellFormed(values, TermValue::key));
            if (definition.termFacets().contains(attribute) && definition.keys().containsKey(attribute)) {
                spelled.put(attribute, wellFormed(values, TermValue::packed));
            }
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        // Adding zero makes minus zero plain zero.
        document.numbers().forEach((attribute, value) -> numbers.put(attribute, value + 0.0));
        Map<String, String> buckets = new LinkedHashMap<>();
        definition.rangeFacets().forEach((attribute, declared) -> {
            Double value = document.numbers().get(attribute);
            int bucket = value == null ? -1 : bucket(declared, value);
            if (bucket >= 0) {
                buckets.put(attribute, Integer.toString(bucket));
            }
        });
        return change(
                document.id(),
                stamp(document.version(), false),
                true,
                Map.of(
                        "text",
                        text,
                        "terms",
                        terms,
                        "spelled",
                        spelled,
                        "numbers",
                        numbers,
                        "flags",
                        document.booleans(),
                        "buckets",
                        buckets));
    }

    private static List<String> wellFormed(Collection<TermValue> values, Function<TermValue, String> part) {
        return values.stream().map(part).map(Records::wellFormed).toList();
    }

    static Change deletion(String id, long version) {
        return change(
                id,
                stamp(version, true),
                false,
                Map.of(
                        "text", Map.of(), "terms", Map.of(), "spelled", Map.of(), "numbers", Map.of(), "flags",
                        Map.of(), "buckets", Map.of()));
    }

    private static Change change(String id, long stamp, boolean live, Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>(content);
        String objectId = objectId(id);
        body.put("objectID", objectId);
        body.put(ID, wellFormed(id));
        body.put(LIVE, live);
        body.put(STAMP, Map.of("_operation", "IncrementSet", "value", stamp));
        return new Change(objectId, stamp, body);
    }

    /// The commit that has reached this position; null before the first one.
    static Map<String, Object> commit(String declaration, @Nullable String position) {
        return position == null
                ? Map.of("objectID", COMMIT, DECLARATION, declaration)
                : Map.of("objectID", COMMIT, DECLARATION, declaration, POSITION, position);
    }

    /// Names that begin with an underscore are ours.
    private static String objectId(String id) {
        return wellFormed(id.startsWith("_") ? "_" + id : id);
    }

    static String id(String objectId) {
        return objectId.startsWith("_") ? objectId.substring(1) : objectId;
    }

    /// Of one version the deletion comes after the document; a document that is there already is the same. Above
    /// zero, since nothing less makes a new record.
    private static long stamp(long version, boolean deletion) {
        if (version < 0 || version > MOST) {
            throw new IllegalArgumentException("A version is from 0 to " + MOST + ": " + version);
        }
        return 2 * version + (deletion ? 2 : 1);
    }

    private static int bucket(List<NumberRange> declared, double value) {
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).contains(value)) {
                return i;
            }
        }
        return -1;
    }

    /// Half a surrogate pair cannot be sent.
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String unmarked(String text) {
        return wellFormed(text).replace(FOUND_BEGINS, '\ufffd').replace(FOUND_ENDS, '\ufffd');
    }
}
