package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Query.Comparison;
import ai.jiga.store.documents.Query.Direction;
import ai.jiga.store.documents.Query.Filter;
import ai.jiga.store.documents.Query.Order;
import ai.jiga.store.documents.UndeclaredIndexException;
import ai.jiga.store.documents.engine.QueryPlan.Bound;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import ai.jiga.store.documents.engine.QueryPlan.Range;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Finds the declared index that answers a query, by the rule in [Query], and refuses what Firestore would
/// refuse. Without filters and order no index is needed: documents are listed by id.
public final class IndexPlanner {
    /// Alternatives that all `in` filters of a query may open together (Firestore's limit on disjunctions).
    private static final int MAX_BRANCHES = 30;

    private final Codec codec;

    public IndexPlanner(Codec codec) {
        this.codec = codec;
    }

    /// @throws UndeclaredIndexException naming the declaration that would answer the query
    /// @throws IllegalArgumentException when no index could answer it, or its cursor is another query's
    public <T> QueryPlan<T> plan(Query<T> query) {
        codec.schema().check(query.collection());
        Map<String, List<JsonNode>> fixed = new LinkedHashMap<>();
        Set<String> single = new HashSet<>();
        String contains = null;
        Range range = null;
        for (Filter filter : query.filters()) {
            if (filter.comparison().isRange()) {
                range = narrowed(range, filter);
                continue;
            }
            if (filter.comparison() == Comparison.CONTAINS) {
                if (contains != null) {
                    throw new IllegalArgumentException("a query has one contains() at most");
                }
                contains = filter.field();
            }
            if (fixed.put(filter.field(), values(filter)) != null) {
                throw new IllegalArgumentException(filter.field() + " is filtered twice");
            }
            if (filter.comparison() == Comparison.IS) {
                single.add(filter.field());
            }
        }
        List<Order> order = order(query, range, single, fixed.keySet());
        List<Order> indexed =
                order.stream().filter(o -> !fixed.containsKey(o.field())).toList();
        Index index = null;
        if (!fixed.isEmpty() || !indexed.isEmpty()) {
            index = index(query, fixed.keySet(), contains, indexed);
        }
        Direction ties = order.isEmpty() ? Direction.ASCENDING : order.getLast().direction();
        String fingerprint = fingerprint(query);
        Cursor cursor = query.startAfter();
        Position after = cursor == null ? null : Cursors.position(cursor, fingerprint, order.size());
        if (after != null && range != null && !range.holds(after.values().getFirst())) {
            throw new IllegalArgumentException("the cursor belongs to another query");
        }
        return new QueryPlan<>(query, index, branches(fixed), contains, order, range, ties, after, fingerprint);
    }

    /// @throws UndeclaredIndexException when the collection does not declare that the field is summed
    public void checkSum(Query<?> query, String field) {
        if (!query.collection().summedFields().contains(field)) {
            throw new UndeclaredIndexException("Collection " + query.collection() + " does not say that " + field
                    + " is summed: add .sums(\"" + field + "\") to its declaration");
        }
    }

    private List<JsonNode> values(Filter filter) {
        if (filter.comparison() != Comparison.IN) {
            return List.of(scalar(filter.field(), codec.value(filter.value())));
        }
        Set<JsonNode> values = new TreeSet<>(JsonValues::compare);
        for (JsonNode value : codec.value(filter.value())) {
            values.add(scalar(filter.field(), value));
        }
        return List.copyOf(values);
    }

    private static JsonNode scalar(String field, JsonNode value) {
        if (!JsonValues.isScalar(value) || value.isNull()) {
            throw new IllegalArgumentException(field + " is compared with neither text, number, boolean nor instant");
        }
        return value;
    }

    private Range narrowed(@Nullable Range range, Filter filter) {
        if (range != null && !range.field().equals(filter.field())) {
            throw new IllegalArgumentException(
                    "one field is compared by range at most, not " + range.field() + " and " + filter.field());
        }
        JsonNode value = scalar(filter.field(), codec.value(filter.value()));
        boolean lower = filter.comparison() == Comparison.MORE || filter.comparison() == Comparison.AT_LEAST;
        var bound = new Bound(
                value, filter.comparison() == Comparison.AT_LEAST || filter.comparison() == Comparison.AT_MOST);
        Bound before = range == null ? null : lower ? range.lower() : range.upper();
        if (before != null && !JsonValues.sameKind(before.value(), value)) {
            throw new IllegalArgumentException(filter.field() + " is compared with values of two kinds");
        }
        // Of two bounds on one side the narrower holds.
        if (before != null && !before.admits(value, lower ? 1 : -1)) {
            bound = before;
        }
        return lower
                ? new Range(filter.field(), bound, range == null ? null : range.upper())
                : new Range(filter.field(), range == null ? null : range.lower(), bound);
    }

    private static List<Order> order(Query<?> query, @Nullable Range range, Set<String> single, Set<String> fixed) {
        if (range != null && fixed.contains(range.field())) {
            throw new IllegalArgumentException(range.field() + " is filtered twice");
        }
        Map<String, Order> order = new LinkedHashMap<>();
        for (Order o : query.orders()) {
            if (!single.contains(o.field())) {
                order.putIfAbsent(o.field(), o);
            }
        }
        if (range != null) {
            if (order.isEmpty()) {
                return List.of(new Order(range.field(), Direction.ASCENDING));
            }
            if (!order.keySet().iterator().next().equals(range.field())) {
                throw new IllegalArgumentException(
                        range.field() + " is compared by range and must be the first that the query is ordered by");
            }
        }
        return List.copyOf(order.values());
    }

    private static Index index(Query<?> query, Set<String> fixed, @Nullable String contains, List<Order> order) {
        for (Index index : query.collection().indexes()) {
            if (index.scope() == query.scope() && answers(index, fixed, contains, order)) {
                return index;
            }
        }
        String fields = fixed.stream()
                .map(field -> (field.equals(contains) ? "contains" : "asc") + "(\"" + field + "\")")
                .collect(Collectors.joining(", "));
        String ordered = order.stream()
                .map(o -> (o.direction() == Direction.ASCENDING ? "asc" : "desc") + "(\"" + o.field() + "\")")
                .collect(Collectors.joining(", "));
        String declaration = (query.scope() == Index.Scope.GROUP ? ".groupIndex(" : ".index(") + fields
                + (fields.isEmpty() || ordered.isEmpty() ? "" : ", ") + ordered + ")";
        throw new UndeclaredIndexException("No declared index of collection " + query.collection()
                + " answers this query: add " + declaration + " to its declaration");
    }

    private static boolean answers(Index index, Set<String> fixed, @Nullable String contains, List<Order> order) {
        List<Index.Field> fields = index.fields();
        if (fields.size() != fixed.size() + order.size()) {
            return false;
        }
        Set<String> heads = new HashSet<>();
        for (Index.Field field : fields.subList(0, fixed.size())) {
            boolean fits = fixed.contains(field.path())
                    && (field.kind() == Index.Kind.CONTAINS) == field.path().equals(contains);
            if (!fits || !heads.add(field.path())) {
                return false;
            }
        }
        int forward = 0;
        int backward = 0;
        for (int i = 0; i < order.size(); i++) {
            Index.Field field = fields.get(fixed.size() + i);
            if (field.kind() == Index.Kind.CONTAINS
                    || !field.path().equals(order.get(i).field())) {
                return false;
            }
            boolean same =
                    (field.kind() == Index.Kind.ASCENDING) == (order.get(i).direction() == Direction.ASCENDING);
            forward += same ? 1 : 0;
            backward += same ? 0 : 1;
        }
        return forward == 0 || backward == 0;
    }

    private static List<Map<String, JsonNode>> branches(Map<String, List<JsonNode>> fixed) {
        long product = 1;
        for (List<JsonNode> values : fixed.values()) {
            product *= values.size();
        }
        if (product > MAX_BRANCHES) {
            throw new IllegalArgumentException("the in() filters open " + product + " alternatives, more than 30");
        }
        List<Map<String, JsonNode>> branches = List.of(Map.of());
        for (Map.Entry<String, List<JsonNode>> field : fixed.entrySet()) {
            List<Map<String, JsonNode>> longer = new ArrayList<>();
            for (Map<String, JsonNode> branch : branches) {
                for (JsonNode value : field.getValue()) {
                    var extended = new LinkedHashMap<>(branch);
                    extended.put(field.getKey(), value);
                    longer.add(extended);
                }
            }
            branches = longer;
        }
        return branches;
    }

    private String fingerprint(Query<?> query) {
        var text = new StringBuilder();
        text.append(query.collection().path()).append(query.scope()).append(query.parent());
        for (Filter filter : query.filters()) {
            text.append('|').append(filter.field()).append(filter.comparison()).append(codec.value(filter.value()));
        }
        query.orders().forEach(o -> text.append('|').append(o.field()).append(o.direction()));
        var crc = new CRC32C();
        crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toString(crc.getValue(), 36);
    }
}
