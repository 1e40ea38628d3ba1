package ai.jiga.store.search;

import java.util.function.UnaryOperator;

/// What the spellings of one term have in common: terms with the same key are one value, which is found by any of
/// its spellings and counted once. The function is the caller's, because what makes two spellings one (case,
/// composed characters, spaces) is a rule of the words and not of the search. Two keys of one name are the same.
///
/// @param name changes whenever the function does, so that an index that was built with another one is fed anew
/// @param function from a spelling to its key; what it makes empty is its own key
public record TermKey(String name, UnaryOperator<String> function) {

    /// The key of this spelling, of at most [SearchDocument#MAX_TERM] characters.
    public String of(String spelling) {
        String key = function.apply(spelling);
        String meant = key.isEmpty() ? spelling : key;
        return meant.length() > SearchDocument.MAX_TERM ? meant.substring(0, SearchDocument.MAX_TERM) : meant;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermKey key && key.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// The name alone: a declaration is compared by its words.
    @Override
    public String toString() {
        return name;
    }
}
