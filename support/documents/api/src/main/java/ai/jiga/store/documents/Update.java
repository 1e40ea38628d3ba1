package ai.jiga.store.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes to some fields of a document that exists, applied by the engine at commit: no read is needed for them.
/// Immutable: each method returns a new update.
public record Update(List<Change> changes) {
    public Update {
        changes = List.copyOf(changes);
    }

    /// One field, or `outer.inner`.
    public sealed interface Change {
        String field();
    }

    /// A value, or null to write a JSON null.
    public record Assign(String field, @Nullable Object value) implements Change {}

    /// Adds to a whole number (absent counts as 0); fails past the range of a `long`.
    public record Increment(String field, long by) implements Change {}

    /// Appends those elements that an array (absent counts as empty) does not hold yet.
    public record ArrayUnion(String field, List<?> elements) implements Change {}

    public record ArrayRemove(String field, List<?> elements) implements Change {}

    /// The time at which the engine commits: the document's update time, or on Firestore, which takes the time when it
    /// begins to commit, some milliseconds before it.
    public record ServerTimestamp(String field) implements Change {}

    public record Remove(String field) implements Change {}

    public static Update of() {
        return new Update(List.of());
    }

    public Update set(String field, @Nullable Object value) {
        return and(new Assign(field, value));
    }

    public Update increment(String field, long by) {
        return and(new Increment(field, by));
    }

    public Update arrayUnion(String field, Object... elements) {
        return and(new ArrayUnion(field, List.of(elements)));
    }

    public Update arrayRemove(String field, Object... elements) {
        return and(new ArrayRemove(field, List.of(elements)));
    }

    public Update serverTimestamp(String field) {
        return and(new ServerTimestamp(field));
    }

    public Update remove(String field) {
        return and(new Remove(field));
    }

    private Update and(Change change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new Update(more);
    }
}
