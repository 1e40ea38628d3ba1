package ai.jiga.store.documents.memory;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import ai.jiga.store.documents.engine.StoredDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Reads as of one commit.
final class MemoryReader implements Reader {
    private final Shelves shelves;
    private final Codec codec;
    private final IndexPlanner planner;
    private final ReentrantLock lock;
    private final long commit;

    MemoryReader(Shelves shelves, Codec codec, IndexPlanner planner, ReentrantLock lock, long commit) {
        this.shelves = shelves;
        this.codec = codec;
        this.planner = planner;
        this.lock = lock;
        this.commit = commit;
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return getAll(List.of(ref)).stream().findFirst();
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        lock.lock();
        try {
            List<Document<T>> found = new ArrayList<>(refs.size());
            for (Ref<T> ref : refs) {
                codec.schema().check(ref.collection());
                StoredDocument stored = shelves.at(ref, commit);
                if (stored != null && stored.json() != null) {
                    found.add(codec.document(ref, stored.json(), stored.created(), stored.updated()));
                }
            }
            return List.copyOf(found);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        if (query.limit() == 0) {
            throw new IllegalArgumentException("a query names a limit: " + query.collection());
        }
        QueryPlan<T> plan = planner.plan(query);
        lock.lock();
        try {
            List<Map.Entry<Position, JsonNode>> all = shelves.positions(plan, commit);
            boolean more = all.size() > query.limit();
            List<Map.Entry<Position, JsonNode>> page = more ? all.subList(0, query.limit()) : all;
            List<Ref<T>> refs = page.stream()
                    .map(row -> new Ref<>(
                            query.collection(),
                            row.getKey().parent(),
                            row.getKey().id()))
                    .toList();
            return new Results<>(getAll(refs), more ? plan.cursor(page.getLast().getKey()) : null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long count(Query<?> query) {
        return trees(query).size();
    }

    @Override
    public long sum(Query<?> query, String field) {
        planner.checkSum(query, field);
        long sum = 0;
        for (JsonNode tree : trees(query)) {
            JsonNode value = JsonValues.at(tree, field);
            if (value.isFloatingPointNumber()) {
                throw new IllegalArgumentException(
                        query.collection() + "." + field + " holds numbers that are not whole");
            }
            sum = value.isNumber() ? Math.addExact(sum, value.longValue()) : sum;
        }
        return sum;
    }

    private List<JsonNode> trees(Query<?> query) {
        QueryPlan<?> plan = planner.plan(query);
        lock.lock();
        try {
            var all = shelves.positions(plan, commit).stream().map(Map.Entry::getValue);
            return query.limit() == 0 ? all.toList() : all.limit(query.limit()).toList();
        } finally {
            lock.unlock();
        }
    }
}
