package ai.jiga.store.documents;

import java.util.List;

/// An index that serves queries whose equality fields, then its order, are these fields (see [Query]).
public record Index(Scope scope, List<Field> fields) {
    public Index {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("an index has at least one field");
        }
        if (fields.stream().filter(f -> f.kind() == Kind.CONTAINS).count() > 1) {
            throw new IllegalArgumentException("an index holds one array field at most: " + fields);
        }
    }

    public enum Scope {
        COLLECTION,
        GROUP
    }

    public enum Kind {
        ASCENDING,
        DESCENDING,
        /// Each element of an array field.
        CONTAINS
    }

    /// @param path a field, or `outer.inner`
    public record Field(String path, Kind kind) {}

    public static Field asc(String path) {
        return new Field(path, Kind.ASCENDING);
    }

    public static Field desc(String path) {
        return new Field(path, Kind.DESCENDING);
    }

    public static Field contains(String path) {
        return new Field(path, Kind.CONTAINS);
    }
}
