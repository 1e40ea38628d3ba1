package ai.jiga.store.search;

import java.util.List;
import java.util.Optional;

/// One open index. All methods may be called from any number of threads. Changes are visible to searches after
/// [#refresh()] and durable after [#commit(String)]; the two are independent of each other. What was not
/// committed is gone after [#close()], as it would be after a crash.
///
/// Every method throws [IllegalStateException] after `close` and [java.io.UncheckedIOException] when the
/// storage fails.
public interface SearchIndex extends AutoCloseable {

    /// Adds or replaces documents. One that is older than what the index holds for its id, or not newer than
    /// the deletion of its id, is ignored; so changes may arrive repeatedly and out of order.
    ///
    /// @throws IllegalArgumentException when a document has an attribute that was not declared; nothing is
    ///     changed then
    void upsert(List<SearchDocument> documents);

    /// Removes a document, unless the index holds a newer version of it. The deletion is remembered with its
    /// version.
    void delete(String id, long version);

    /// Makes all changes so far durable, together with the position up to which they have been read from
    /// their source.
    ///
    /// @param position the caller's own mark, opaque here
    void commit(String position);

    /// The position of the last durable commit; absent when the index is new or was emptied at open.
    Optional<String> position();

    /// Returns when a search that starts afterwards sees every change made before this call.
    void refresh();

    /// Runs a search on the state of the last refresh.
    ///
    /// @throws IllegalArgumentException when the request names an attribute that was not declared for that use
    /// @throws InvalidCursorException when the cursor was not made by this index for the same sort
    SearchResult search(SearchRequest request);

    /// Completes what somebody types: distinct values of the most important text attribute in which every word
    /// of `prefix` occurs, the last one perhaps unfinished. Those with the finished word come first, then the
    /// ranking decides. Without a word in it: the best ranked.
    ///
    /// @param limit from 1 to [SearchRequest#MAX_LIMIT]
    List<String> suggest(String prefix, int limit);

    /// The number of documents as of the last refresh.
    long count();

    @Override
    void close();
}
