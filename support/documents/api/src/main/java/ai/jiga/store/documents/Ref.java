package ai.jiga.store.documents;

/// Where a document lies.
///
/// @param parent path of the document that a subcollection hangs below, or `""`
/// @param id 1 to 500 characters without `/`; new ones are UUIDv7, made outside of transaction bodies
public record Ref<T>(Collection<T> collection, String parent, String id) {
    public Ref {
        collection.checkedParent(parent);
        if (id.isEmpty() || id.length() > 500 || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a document id: '" + id + "'");
        }
    }

    /// `agents/a1/versions/3`.
    public String path() {
        return (parent.isEmpty() ? "" : parent + "/") + collection.name() + "/" + id;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Ref<?> ref
                && ref.id.equals(id)
                && ref.parent.equals(parent)
                && (ref.collection == collection || ref.collection.name().equals(collection.name()));
    }

    @Override
    public int hashCode() {
        return 31 * parent.hashCode() + id.hashCode();
    }

    @Override
    public String toString() {
        return path();
    }
}
