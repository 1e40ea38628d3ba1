package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.StoredDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.firestore.AggregateField;
import com.google.cloud.firestore.AggregateQuery;
import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads from one source, and remembers which documents it saw, so that a commit need not ask again.
final class FirestoreReader implements Reader {
    private static final double PAST_A_LONG = 0x1p63;

    private final Source source;
    private final Places places;
    private final Codec codec;
    private final IndexPlanner planner;
    private final VendorQueries queries;
    private final Operations operations;
    private final Map<Ref<?>, Optional<StoredDocument>> seen = new HashMap<>();

    FirestoreReader(Source source, Places places, Codec codec, IndexPlanner planner, Operations operations) {
        this.source = source;
        this.places = places;
        this.codec = codec;
        this.planner = planner;
        this.queries = new VendorQueries(places, codec);
        this.operations = operations;
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return getAll(List.of(ref)).stream().findFirst();
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        Map<Ref<?>, Optional<StoredDocument>> stored = stored(refs);
        List<Document<T>> found = new ArrayList<>(refs.size());
        for (Ref<T> ref : refs) {
            stored.getOrDefault(ref, Optional.empty()).ifPresent(document -> found.add(document(ref, document)));
        }
        return List.copyOf(found);
    }

    /// Several documents in one round trip, as they are stored.
    Map<Ref<?>, Optional<StoredDocument>> stored(List<? extends Ref<?>> refs) {
        Map<Ref<?>, DocumentReference> asked = new LinkedHashMap<>();
        for (Ref<?> ref : refs) {
            codec.schema().check(ref.collection());
            asked.putIfAbsent(ref, places.document(ref));
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<DocumentSnapshot> snapshots =
                source.await(source.getAll(asked.values().toArray(DocumentReference[]::new)));
        asked.keySet().forEach(ref -> operations.got(ref.collection()));
        Map<Ref<?>, Optional<StoredDocument>> stored = new HashMap<>();
        int i = 0;
        for (Ref<?> ref : asked.keySet()) {
            DocumentSnapshot snapshot = snapshots.get(i++);
            Optional<StoredDocument> document =
                    snapshot.exists() ? Optional.of(Places.stored(snapshot)) : Optional.empty();
            stored.put(ref, document);
            seen.put(ref, document);
        }
        return stored;
    }

    /// What this reader was told of the document, if it asked; null if not.
    @Nullable
    Optional<StoredDocument> seen(Ref<?> ref) {
        return seen.get(ref);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        if (query.limit() == 0) {
            throw new IllegalArgumentException("a query names a limit: " + query.collection());
        }
        QueryPlan<T> plan = planner.plan(query);
        // One more tells whether there is another page.
        List<DocumentSnapshot> rows = rows(plan, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<DocumentSnapshot> page = more ? rows.subList(0, query.limit()) : rows;
        List<Document<T>> documents = page.stream()
                .map(row -> {
                    StoredDocument stored = Places.stored(row);
                    Ref<T> ref = places.ref(query.collection(), row);
                    seen.put(ref, Optional.of(stored));
                    return document(ref, stored);
                })
                .toList();
        return new Results<>(documents, more ? plan.cursor(position(plan, page.getLast())) : null);
    }

    private QueryPlan.Position position(QueryPlan<?> plan, DocumentSnapshot row) {
        Ref<?> ref = places.ref(plan.query().collection(), row);
        return plan.position(Values.json(row.getData()), ref.parent(), ref.id());
    }

    private List<DocumentSnapshot> rows(QueryPlan<?> plan, int limit) {
        List<DocumentSnapshot> rows = new ArrayList<>();
        for (com.google.cloud.firestore.Query vendor : queries.inOrder(plan)) {
            int left = limit - rows.size();
            if (left > 0) {
                var found = source.await(source.get(vendor.limit(left))).getDocuments();
                operations.queried(plan.query().collection(), found.size());
                rows.addAll(found);
            }
        }
        return rows;
    }

    @Override
    public long count(Query<?> query) {
        QueryPlan<?> plan = planner.plan(query);
        var vendor = queries.asOne(plan);
        if (vendor == null) {
            return all(query, plan).size();
        }
        AggregateQuery count = (query.limit() == 0 ? vendor : vendor.limit(query.limit())).count();
        long counted = source.await(source.get(count)).getCount();
        operations.aggregated(query.collection(), counted);
        return counted;
    }

    @Override
    public long sum(Query<?> query, String field) {
        QueryPlan<?> plan = planner.plan(query);
        planner.checkSum(query, field);
        var vendor = queries.asOne(plan);
        // Which documents a limit leaves depends on the order of equal ones.
        if (vendor == null || query.limit() > 0) {
            long sum = 0;
            for (DocumentSnapshot row : all(query, plan)) {
                JsonNode value = JsonValues.at(Values.json(row.getData()), field);
                sum = value.isNumber() ? Math.addExact(sum, whole(query, field, value.numberValue())) : sum;
            }
            return sum;
        }
        var wanted = AggregateField.sum(VendorQueries.path(field));
        var counted = AggregateField.count();
        AggregateQuerySnapshot answer = source.await(source.get(vendor.aggregate(wanted, counted)));
        operations.aggregated(query.collection(), answer.getCount());
        Object sum = answer.get(wanted);
        return sum instanceof Number number ? whole(query, field, number) : 0;
    }

    /// Firestore adds whole numbers exactly, and answers with a double when one was none or the sum is past a `long`.
    private static long whole(Query<?> query, String field, Number sum) {
        if (sum instanceof Long || sum instanceof Integer) {
            return sum.longValue();
        }
        if (Math.abs(sum.doubleValue()) >= PAST_A_LONG) {
            throw new ArithmeticException("the sum of " + query.collection() + "." + field + " is past a long");
        }
        throw new IllegalArgumentException(query.collection() + "." + field + " holds numbers that are not whole");
    }

    private List<DocumentSnapshot> all(Query<?> query, QueryPlan<?> plan) {
        return rows(plan, query.limit() == 0 ? Integer.MAX_VALUE : query.limit());
    }

    private <T> Document<T> document(Ref<T> ref, StoredDocument stored) {
        String json = stored.json();
        if (json == null) {
            throw new IllegalStateException(ref + " was read without its fields");
        }
        return codec.document(ref, json, stored.created(), stored.updated());
    }
}
