package ai.jiga.store.documents.memory;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.Micros;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import ai.jiga.store.documents.engine.StoredDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The documents, with as many old versions as running snapshots may still read. Guarded by the store's lock.
final class Shelves {
    private static final Comparator<Key> BY_PATH = (a, b) -> {
        int parents = JsonValues.compareText(a.parent(), b.parent());
        return parents != 0 ? parents : JsonValues.compareText(a.id(), b.id());
    };

    private final Codec codec;
    private final Map<String, TreeMap<Key, Version>> shelves = new HashMap<>();
    private long commits;
    private int snapshots;

    Shelves(Codec codec) {
        this.codec = codec;
        codec.schema().collections().forEach(c -> shelves.put(c.name(), new TreeMap<>(BY_PATH)));
    }

    private record Key(String parent, String id) {}

    /// A document as one commit left it; without JSON, it was deleted.
    private static final class Version {
        private final long commit;
        private final @Nullable String json;
        private final long created;
        private final long updated;
        private final @Nullable Version previous;
        private @Nullable ObjectNode tree;

        Version(long commit, @Nullable String json, long created, long updated, @Nullable Version previous) {
            this.commit = commit;
            this.json = json;
            this.created = created;
            this.updated = updated;
            this.previous = previous;
        }
    }

    long beginSnapshot() {
        snapshots++;
        return commits;
    }

    void endSnapshot() {
        snapshots--;
    }

    @Nullable
    StoredDocument at(Ref<?> ref, long commit) {
        Version version = visible(shelf(ref.collection()).get(new Key(ref.parent(), ref.id())), commit);
        return version == null ? null : new StoredDocument(0, version.json, version.created, version.updated);
    }

    /// The whole answer, in order, without cursor and limit.
    <T> List<Map.Entry<Position, JsonNode>> positions(QueryPlan<T> plan, long commit) {
        List<Map.Entry<Position, JsonNode>> found = new ArrayList<>();
        Query<T> query = plan.query();
        boolean group = query.scope() == Index.Scope.GROUP;
        shelf(query.collection()).forEach((key, newest) -> {
            Version version = group || key.parent().equals(query.parent()) ? visible(newest, commit) : null;
            if (version != null) {
                JsonNode tree = tree(version);
                if (plan.matches(tree)) {
                    found.add(Map.entry(plan.position(tree, key.parent(), key.id()), tree));
                }
            }
        });
        Comparator<Position> order = plan.comparator();
        found.sort((a, b) -> order.compare(a.getKey(), b.getKey()));
        Position after = plan.after();
        if (after != null) {
            found.removeIf(row -> order.compare(row.getKey(), after) <= 0);
        }
        return found;
    }

    void apply(Changes changes) {
        commits++;
        for (Changes.Change change : changes.changes()) {
            Ref<?> ref = change.ref();
            TreeMap<Key, Version> shelf = shelf(ref.collection());
            Key key = new Key(ref.parent(), ref.id());
            Version before = snapshots > 0 ? shelf.get(key) : null;
            switch (change) {
                case Changes.Insert insert ->
                    shelf.put(
                            key,
                            new Version(commits, insert.value().json(), changes.micros(), changes.micros(), before));
                case Changes.Replace replace ->
                    shelf.put(
                            key,
                            new Version(
                                    commits,
                                    replace.value().json(),
                                    replace.before().created(),
                                    changes.micros(),
                                    before));
                case Changes.Remove _ -> {
                    if (before == null) {
                        shelf.remove(key);
                    } else {
                        shelf.put(key, new Version(commits, null, 0, changes.micros(), before));
                    }
                }
            }
        }
    }

    /// Deletes what has expired, and names it.
    List<Ref<?>> removeExpired(long nowMicros) {
        String now = DocumentJson.text(Micros.instant(nowMicros));
        List<Ref<?>> removed = new ArrayList<>();
        commits++;
        for (Collection<?> collection : codec.schema().collections()) {
            String field = collection.expiresField();
            if (field == null) {
                continue;
            }
            TreeMap<Key, Version> shelf = shelf(collection);
            Set<Key> expired = new HashSet<>();
            shelf.forEach((key, version) -> {
                if (version.json != null) {
                    JsonNode at = JsonValues.at(tree(version), field);
                    if (at.isTextual() && at.textValue().compareTo(now) <= 0) {
                        expired.add(key);
                    }
                }
            });
            for (Key key : expired) {
                Version before = shelf.remove(key);
                if (snapshots > 0) {
                    shelf.put(key, new Version(commits, null, 0, nowMicros, before));
                }
                removed.add(new Ref<>(collection, key.parent(), key.id()));
            }
        }
        return removed;
    }

    private TreeMap<Key, Version> shelf(Collection<?> collection) {
        TreeMap<Key, Version> shelf = shelves.get(collection.name());
        if (shelf == null) {
            throw new IllegalArgumentException(collection + " is not in this store's schema");
        }
        return shelf;
    }

    private static @Nullable Version visible(@Nullable Version newest, long commit) {
        Version version = newest;
        while (version != null && version.commit > commit) {
            version = version.previous;
        }
        return version == null || version.json == null ? null : version;
    }

    private JsonNode tree(Version version) {
        ObjectNode tree = version.tree;
        if (tree == null) {
            String json = version.json;
            tree = codec.tree(json == null ? "{}" : json);
            version.tree = tree;
        }
        return tree;
    }
}
