package ai.jiga.store.documents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All collections that a store holds. Each service declares its own; an app joins those of its services.
public final class Schema {
    private final Map<String, Collection<?>> byName = new HashMap<>();
    private final List<Collection<?>> collections;

    /// @throws IllegalArgumentException when two collections share a group name, or an encrypted field is indexed
    public Schema(List<Collection<?>> collections) {
        this.collections = List.copyOf(collections);
        for (Collection<?> collection : collections) {
            if (byName.putIfAbsent(collection.name(), collection) != null) {
                throw new IllegalArgumentException("two collections are named " + collection.name());
            }
            for (Index index : collection.indexes()) {
                for (Index.Field field : index.fields()) {
                    if (collection.encryptedFields().contains(field.path())) {
                        throw new IllegalArgumentException(
                                collection + "." + field.path() + " is encrypted and cannot be indexed");
                    }
                }
            }
        }
    }

    public static Schema of(Collection<?>... collections) {
        return new Schema(Arrays.asList(collections));
    }

    public static Schema join(java.util.Collection<Schema> schemas) {
        return new Schema(schemas.stream()
                .flatMap((Schema schema) -> schema.collections().stream())
                .<Collection<?>>map(c -> c)
                .toList());
    }

    public Schema and(Schema other) {
        return join(Stream.of(this, other).toList());
    }

    public List<Collection<?>> collections() {
        return collections;
    }

    /// @throws IllegalArgumentException when the collection was not declared
    public void check(Collection<?> collection) {
        if (byName.get(collection.name()) != collection) {
            throw new IllegalArgumentException(collection + " is not in this store's schema");
        }
    }
}
