package ai.jiga.store.search;

/// The first criterion of a result's order. Ties are broken by the declared ranking, then by id, so that the
/// order is total and the same on every call.
public sealed interface Sort {

    /// By how well the text matches; with an empty text by the ranking alone.
    record Relevance() implements Sort {}

    /// By a declared number; documents without it come last in either direction.
    record ByNumber(String attribute, boolean descending) implements Sort {}

    /// The best match first.
    static Sort relevance() {
        return new Relevance();
    }

    /// The smallest first.
    static ByNumber ascending(String attribute) {
        return new ByNumber(attribute, false);
    }

    /// The greatest first.
    static ByNumber descending(String attribute) {
        return new ByNumber(attribute, true);
    }
}
