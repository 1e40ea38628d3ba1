package ai.jiga.store.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A collection of documents of one type, declared once as a constant, with everything an engine must know:
/// its path, its indexes, which fields are encrypted and which field says when a document expires.
///
/// A path with `{}` is a subcollection: `Collection.of("agents/{}/versions", AgentVersion.class)` lies below each
/// agent. The last segment is the collection group's name; group names are unique in a [Schema], so that an
/// expiry or an index of one is never an accident of another.
///
/// Immutable: each method returns a new declaration.
public final class Collection<T> {
    private final String path;
    /// Of the path: names, and `{}` at each second place.
    private final String[] segments;

    private final Class<T> type;
    private final List<Index> indexes;
    private final List<String> encrypted;
    private final List<String> summed;
    private final @Nullable String expiresField;

    private Collection(
            String path,
            Class<T> type,
            List<Index> indexes,
            List<String> encrypted,
            List<String> summed,
            @Nullable String expiresField) {
        this.path = path;
        this.segments = path.split("/", -1);
        this.type = type;
        this.indexes = List.copyOf(indexes);
        this.encrypted = List.copyOf(encrypted);
        this.summed = List.copyOf(summed);
        this.expiresField = expiresField;
    }

    /// @param path `name`, or `parent/{}/name` for a subcollection
    public static <T> Collection<T> of(String path, Class<T> type) {
        String[] segments = path.split("/", -1);
        if (segments.length % 2 == 0) {
            throw new IllegalArgumentException("a collection's path has an odd number of segments: " + path);
        }
        for (int i = 0; i < segments.length; i++) {
            boolean placeholder = i % 2 == 1;
            boolean wellFormed =
                    placeholder ? segments[i].equals("{}") : segments[i].matches("[a-z][a-zA-Z0-9_]{0,62}");
            if (!wellFormed) {
                throw new IllegalArgumentException("not a collection's path: " + path);
            }
        }
        return new Collection<>(path, type, List.of(), List.of(), List.of(), null);
    }

    /// Declares an index for queries within one collection (below one parent). Every query needs one,
    /// single-field ones too.
    public Collection<T> index(Index.Field... fields) {
        return withIndex(new Index(Index.Scope.COLLECTION, List.of(fields)));
    }

    /// Declares an index for queries over all collections of this group, whatever their parent.
    public Collection<T> groupIndex(Index.Field... fields) {
        return withIndex(new Index(Index.Scope.GROUP, List.of(fields)));
    }

    /// Top-level text fields that are stored encrypted (AES-256-GCM, bound to the document's path). They
    /// cannot be indexed.
    public Collection<T> encrypted(String... fields) {
        return new Collection<>(path, type, indexes, List.of(fields), summed, expiresField);
    }

    /// Whole-number fields that [Reader#sum] may add up. A distributed engine needs an index for it: beside
    /// each declared index, one with the summed field at its end.
    public Collection<T> sums(String... fields) {
        return new Collection<>(path, type, indexes, encrypted, List.of(fields), expiresField);
    }

    /// The field (an instant, or absent) after which a document may be deleted. Deletion is late: readers
    /// check the time themselves.
    public Collection<T> expires(String field) {
        return new Collection<>(path, type, indexes, encrypted, summed, field);
    }

    /// The same documents, read and written as another type, such as JSON trees by what copies a whole store.
    public <R> Collection<R> as(Class<R> other) {
        return new Collection<>(path, other, indexes, encrypted, summed, expiresField);
    }

    private Collection<T> withIndex(Index index) {
        var more = new ArrayList<>(indexes);
        more.add(index);
        return new Collection<>(path, type, more, encrypted, summed, expiresField);
    }

    /// A document of a top-level collection.
    public Ref<T> id(String id) {
        return new Ref<>(this, "", id);
    }

    /// A document of a subcollection, below `parent`.
    public Ref<T> id(Ref<?> parent, String id) {
        return new Ref<>(this, parent.path(), id);
    }

    /// All documents of a top-level collection.
    public Query<T> query() {
        if (path.indexOf('/') >= 0) {
            throw new IllegalArgumentException(path + " is a subcollection: name the parent, or ask the group");
        }
        return Query.of(this, Index.Scope.COLLECTION, "");
    }

    /// All documents of the subcollection below `parent`.
    public Query<T> query(Ref<?> parent) {
        return Query.of(this, Index.Scope.COLLECTION, checkedParent(parent.path()));
    }

    /// All documents of the group, whatever their parent.
    public Query<T> group() {
        return Query.of(this, Index.Scope.GROUP, "");
    }

    /// The parent's path, when it fits this collection's.
    String checkedParent(String parent) {
        if (!fits(parent)) {
            throw new IllegalArgumentException(
                    (parent.isEmpty() ? "" : parent + "/") + name() + " is not a collection of " + path);
        }
        return parent;
    }

    /// Each reference to a document asks: nothing is split or joined.
    private boolean fits(String parent) {
        int above = segments.length - 1;
        int from = 0;
        for (int i = 0; i < above; i++) {
            int slash = parent.indexOf('/', from);
            boolean last = i == above - 1;
            if (last != (slash < 0)) {
                return false;
            }
            int end = last ? parent.length() : slash;
            boolean named = i % 2 == 0;
            if (named && (end - from != segments[i].length() || !parent.startsWith(segments[i], from))) {
                return false;
            }
            from = end + 1;
        }
        return above > 0 || parent.isEmpty();
    }

    public String path() {
        return path;
    }

    /// The collection group: the path's last segment.
    public String name() {
        return segments[segments.length - 1];
    }

    public Class<T> type() {
        return type;
    }

    public List<Index> indexes() {
        return indexes;
    }

    public List<String> encryptedFields() {
        return encrypted;
    }

    public List<String> summedFields() {
        return summed;
    }

    public @Nullable String expiresField() {
        return expiresField;
    }

    @Override
    public String toString() {
        return path;
    }
}
