package ai.jiga.store.documents;

import java.util.List;
import java.util.Optional;

/// Reads of one consistent state.
public interface Reader {
    <T> Optional<Document<T>> get(Ref<T> ref);

    /// Several at once, in the order asked, absent ones left out: one round trip, not one for each.
    <T> List<Document<T>> getAll(List<Ref<T>> refs);

    /// @throws UndeclaredIndexException when no declared index answers the query
    /// @throws IllegalArgumentException without a limit, or with a cursor of another query
    <T> Results<T> query(Query<T> query);

    /// How many documents the query has; its limit, if any, caps the count.
    long count(Query<?> query);

    /// The sum of a whole-number field over the query's documents; absent counts as 0.
    ///
    /// @throws UndeclaredIndexException when the collection does not declare the field as summed
    /// @throws ArithmeticException past the range of a `long`
    long sum(Query<?> query, String field);
}
