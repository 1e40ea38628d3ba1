package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Schema;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The declared indexes and expiries as `firestore.indexes.json`, which the vendor's tools deploy
/// (https://firebase.google.com/docs/reference/firestore/indexes).
///
/// Firestore reads no index backwards, so each has its mirror image beside it. Every field that nobody declared is
/// exempt from the indexes that Firestore would make by itself: they cost each write, and hot ones limit it.
public final class FirestoreIndexes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FirestoreIndexes() {}

    /// The file's text: the same for the same declarations.
    public static String of(Schema schema) {
        List<Collection<?>> collections = schema.collections().stream()
                .sorted(Comparator.comparing((Collection<?> c) -> c.name()))
                .toList();
        ObjectNode file = JSON.createObjectNode();
        ArrayNode indexes = file.putArray("indexes");
        collections.forEach(
                collection -> composites(collection).forEach(index -> indexes.add(json(collection, index))));
        ArrayNode overrides = file.putArray("fieldOverrides");
        collections.forEach(collection -> overrides(collection).forEach(overrides::add));
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return write(file, printer) + "\n";
    }

    private static String write(ObjectNode file, DefaultPrettyPrinter printer) {
        try {
            return JSON.writer(printer).writeValueAsString(file);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /// Those of several fields, each with its mirror image.
    private static Set<Index> composites(Collection<?> collection) {
        Set<Index> all = new LinkedHashSet<>();
        for (Index index : withSums(collection)) {
            if (index.fields().size() > 1) {
                all.add(index);
                all.add(mirrored(index));
            }
        }
        return all;
    }

    private static List<Index> withSums(Collection<?> collection) {
        List<Index> all = new ArrayList<>(collection.indexes());
        for (Index index : collection.indexes()) {
            for (String field : collection.summedFields()) {
                if (index.fields().stream().noneMatch(f -> f.path().equals(field))) {
                    List<Index.Field> fields = new ArrayList<>(index.fields());
                    fields.add(Index.asc(field));
                    all.add(new Index(index.scope(), fields));
                }
            }
        }
        return all;
    }

    private static Index mirrored(Index index) {
        return new Index(
                index.scope(),
                index.fields().stream()
                        .map(field -> switch (field.kind()) {
                            case ASCENDING -> Index.desc(field.path());
                            case DESCENDING -> Index.asc(field.path());
                            case CONTAINS -> field;
                        })
                        .toList());
    }

    private static ObjectNode json(Collection<?> collection, Index index) {
        ObjectNode node = JSON.createObjectNode();
        node.put("collectionGroup", collection.name());
        node.put("queryScope", scope(index.scope()));
        ArrayNode fields = node.putArray("fields");
        index.fields().forEach(field -> mode(fields.addObject().put("fieldPath", field.path()), field.kind()));
        return node;
    }

    /// First the rule for all fields, then what single ones have of their own.
    private static List<ObjectNode> overrides(Collection<?> collection) {
        Map<String, Set<Single>> singles = new TreeMap<>();
        for (Index index : collection.indexes()) {
            if (index.fields().size() == 1) {
                Index.Field field = index.fields().getFirst();
                Set<Single> modes = singles.computeIfAbsent(field.path(), _ -> new LinkedHashSet<>());
                modes.add(new Single(index.scope(), field.kind()));
                mirrored(index).fields().forEach(mirror -> modes.add(new Single(index.scope(), mirror.kind())));
            }
        }
        for (String summed : collection.summedFields()) {
            singles.computeIfAbsent(summed, _ -> new LinkedHashSet<>())
                    .add(new Single(Index.Scope.COLLECTION, Index.Kind.ASCENDING));
        }
        String expires = collection.expiresField();
        if (expires != null) {
            singles.computeIfAbsent(expires, _ -> new LinkedHashSet<>());
        }
        Map<String, ObjectNode> nodes = new LinkedHashMap<>();
        nodes.put("*", override(collection, "*", Set.of()));
        singles.forEach((field, modes) -> {
            ObjectNode node = override(collection, field, modes);
            if (field.equals(expires)) {
                node.put("ttl", true);
            }
            nodes.put(field, node);
        });
        return List.copyOf(nodes.values());
    }

    private record Single(Index.Scope scope, Index.Kind kind) {}

    private static ObjectNode override(Collection<?> collection, String field, Set<Single> modes) {
        ObjectNode node = JSON.createObjectNode();
        node.put("collectionGroup", collection.name());
        node.put("fieldPath", field);
        ArrayNode indexes = node.putArray("indexes");
        modes.forEach(single -> mode(indexes.addObject().put("queryScope", scope(single.scope())), single.kind()));
        return node;
    }

    private static void mode(ObjectNode node, Index.Kind kind) {
        switch (kind) {
            case ASCENDING -> node.put("order", "ASCENDING");
            case DESCENDING -> node.put("order", "DESCENDING");
            case CONTAINS -> node.put("arrayConfig", "CONTAINS");
        }
    }

    private static String scope(Index.Scope scope) {
        return scope == Index.Scope.GROUP ? "COLLECTION_GROUP" : "COLLECTION";
    }
}
