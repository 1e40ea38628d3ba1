package ai.jiga.store.search;

/// Opens indexes. One engine owns its storage; an index of a name is open at most once at a time.
public interface SearchEngine {

    /// Opens the index of this declaration, creating it when there is none. An index that is damaged, or that
    /// was built under another declaration, is emptied: its [SearchIndex#position()] is then absent and the
    /// caller feeds it anew.
    ///
    /// @throws IllegalStateException when the index is already open, here or in another process
    /// @throws java.io.UncheckedIOException when the storage cannot be used at all
    SearchIndex open(IndexDefinition definition);
}
