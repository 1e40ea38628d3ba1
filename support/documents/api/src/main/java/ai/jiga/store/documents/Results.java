package ai.jiga.store.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query found.
///
/// @param next where the next page begins, or null when this was the last
public record Results<T>(
        List<Document<T>> documents, @Nullable Cursor next) {
    public Results {
        documents = List.copyOf(documents);
    }

    public List<T> values() {
        return documents.stream().map(Document::value).toList();
    }
}
