package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Query.Comparison;
import ai.jiga.store.documents.Query.Direction;
import ai.jiga.store.documents.Query.Filter;
import ai.jiga.store.documents.Query.Order;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.QueryPlan.Bound;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A planned query as Firestore's.
///
/// Firestore orders by no field that it holds fixed. A query that is ordered first by the field of its `in` becomes one
/// query for each value, asked one after the other until the limit is reached; all others are one.
final class VendorQueries {
    private final Places places;
    private final Codec codec;

    VendorQueries(Places places, Codec codec) {
        this.places = places;
        this.codec = codec;
    }

    /// In the order of the answer; together they are the whole of it.
    List<Query> inOrder(QueryPlan<?> plan) {
        Filter alternatives = orderedAlternatives(plan);
        Position after = plan.after();
        if (alternatives == null) {
            return List.of(query(plan, null, null, plan.order(), after == null ? null : after.values(), true));
        }
        List<Query> queries = new ArrayList<>();
        List<Order> rest = plan.order().subList(1, plan.order().size());
        for (JsonNode value : values(alternatives, plan.order().getFirst().direction())) {
            int compared =
                    after == null ? 1 : compare(plan, value, after.values().getFirst());
            if (compared >= 0) {
                List<JsonNode> from = after == null || compared > 0
                        ? null
                        : after.values().subList(1, after.values().size());
                queries.add(query(plan, alternatives, value, rest, from, true));
            }
        }
        return queries;
    }

    /// One query with the same documents, for adding up: without the order of equal ones, which sums do not allow.
    ///
    /// @return null when there is none, because the query begins after a cursor
    @Nullable
    Query asOne(QueryPlan<?> plan) {
        if (plan.after() != null) {
            return null;
        }
        boolean alternatives = orderedAlternatives(plan) != null;
        List<Order> order = plan.order();
        return query(plan, null, null, alternatives ? order.subList(1, order.size()) : order, null, false);
    }

    private static int compare(QueryPlan<?> plan, JsonNode value, JsonNode after) {
        int compared = JsonValues.compare(value, after);
        return plan.order().getFirst().direction() == Direction.ASCENDING ? compared : -compared;
    }

    private static @Nullable Filter orderedAlternatives(QueryPlan<?> plan) {
        if (plan.order().isEmpty()) {
            return null;
        }
        String first = plan.order().getFirst().field();
        return plan.query().filters().stream()
                .filter(filter ->
                        filter.comparison() == Comparison.IN && filter.field().equals(first))
                .findFirst()
                .orElse(null);
    }

    private List<JsonNode> values(Filter alternatives, Direction direction) {
        List<JsonNode> values = new ArrayList<>();
        codec.value(alternatives.value()).forEach(values::add);
        values.sort(JsonValues::compare);
        List<JsonNode> distinct = values.stream().distinct().toList();
        return direction == Direction.ASCENDING ? distinct : distinct.reversed();
    }

    /// @param split the filter that `only` stands for, if any
    /// @param from the values of `orders` that the answer begins after
    private Query query(
            QueryPlan<?> plan,
            @Nullable Filter split,
            @Nullable JsonNode only,
            List<Order> orders,
            @Nullable List<JsonNode> from,
            boolean ordered) {
        var asked = plan.query();
        Query query = plan.isGroup()
                ? places.firestore().collectionGroup(asked.collection().name())
                : places.collection(asked.parent(), asked.collection());
        for (Filter filter : asked.filters()) {
            FieldPath field = path(filter.field());
            if (filter.equals(split) && only != null) {
                query = query.whereEqualTo(field, Values.vendor(only));
                continue;
            }
            query = switch (filter.comparison()) {
                case IS -> query.whereEqualTo(field, Values.vendor(codec.value(filter.value())));
                case IN ->
                    query.whereIn(field, (List<?>) Objects.requireNonNull(Values.vendor(codec.value(filter.value()))));
                case CONTAINS ->
                    query.whereArrayContains(field, Objects.requireNonNull(Values.vendor(codec.value(filter.value()))));
                // Of several on one side the planner has kept the narrowest.
                case LESS, AT_MOST, MORE, AT_LEAST -> query;
            };
        }
        query = ranged(query, plan);
        for (Order order : orders) {
            query = query.orderBy(path(order.field()), vendor(order.direction()));
        }
        if (!ordered) {
            return query;
        }
        query = query.orderBy(FieldPath.documentId(), vendor(plan.ties()));
        Position after = plan.after();
        if (from == null || after == null) {
            return query;
        }
        Object[] values = new Object[from.size() + 1];
        for (int i = 0; i < from.size(); i++) {
            values[i] = Values.vendor(from.get(i));
        }
        values[from.size()] = places.document(after.parent(), asked.collection(), after.id());
        return query.startAfter(values);
    }

    private static Query ranged(Query query, QueryPlan<?> plan) {
        QueryPlan.Range range = plan.range();
        if (range == null) {
            return query;
        }
        FieldPath field = path(range.field());
        Query narrowed = query;
        Bound lower = range.lower();
        if (lower != null) {
            Object value = Objects.requireNonNull(Values.vendor(lower.value()));
            narrowed = lower.inclusive()
                    ? narrowed.whereGreaterThanOrEqualTo(field, value)
                    : narrowed.whereGreaterThan(field, value);
        }
        Bound upper = range.upper();
        if (upper != null) {
            Object value = Objects.requireNonNull(Values.vendor(upper.value()));
            narrowed = upper.inclusive()
                    ? narrowed.whereLessThanOrEqualTo(field, value)
                    : narrowed.whereLessThan(field, value);
        }
        return narrowed;
    }

    static FieldPath path(String field) {
        return FieldPath.of(field.split("\\.", -1));
    }

    private static Query.Direction vendor(Direction direction) {
        return direction == Direction.ASCENDING ? Query.Direction.ASCENDING : Query.Direction.DESCENDING;
    }
}
