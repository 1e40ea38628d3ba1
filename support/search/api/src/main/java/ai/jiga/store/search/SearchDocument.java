package ai.jiga.store.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an index knows of one thing. Only declared attributes; one that is left out matches no filter, is
/// counted nowhere and sorts last.
///
/// @param id unique in the index, at most [#MAX_TERM] characters
/// @param version grows with every change of the thing; decides which of two changes is the later one
/// @param text what is searched and highlighted, as the user should see it; lists joined by the caller
/// @param terms exact values, each at most [#MAX_TERM] characters
/// @param numbers finite numbers
/// @param booleans flags
public record SearchDocument(
        String id,
        long version,
        Map<String, String> text,
        Map<String, List<String>> terms,
        Map<String, Double> numbers,
        Map<String, Boolean> booleans) {

    public static final int MAX_TERM = 1_000;

    public SearchDocument {
        checkTerm("id", id);
        text = Map.copyOf(text);
        Map<String, List<String>> copied = new LinkedHashMap<>();
        terms.forEach((attribute, values) -> {
            values.forEach(value -> checkTerm(attribute, value));
            copied.put(attribute, List.copyOf(values));
        });
        terms = Map.copyOf(copied);
        numbers = Map.copyOf(numbers);
        booleans = Map.copyOf(booleans);
        numbers.forEach((attribute, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(attribute + " is not a finite number");
            }
        });
    }

    private static void checkTerm(String attribute, String value) {
        if (value.isEmpty() || value.length() > MAX_TERM) {
            throw new IllegalArgumentException(attribute + " needs 1 to " + MAX_TERM + " characters");
        }
    }
}
