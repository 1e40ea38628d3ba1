package ai.jiga.store.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question that a declared [Index] answers: equality and array-contains filters, at most one field compared by
/// range, an order, a cursor and a limit. Ties are broken by document id, in the direction of the last order.
///
/// Needed index: all equality (`is`, `in`) and `contains` fields, in any order, then the fields of the order;
/// a range field must be the first of the order (it is added, ascending, when no order is given). All
/// directions may be reversed together. A document without an ordered or compared field is not in the answer
/// (as on Firestore).
///
/// Immutable: each method returns a new query.
///
/// @param scope one collection (below `parent`) or the whole group
/// @param limit at most this many, or 0 for all of them (refused by [DocumentStore#query]: name a limit)
public record Query<T>(
        Collection<T> collection,
        Index.Scope scope,
        String parent,
        List<Filter> filters,
        List<Order> orders,
        int limit,
        @Nullable Cursor startAfter) {
    public Query {
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }

    static <T> Query<T> of(Collection<T> collection, Index.Scope scope, String parent) {
        return new Query<>(collection, scope, parent, List.of(), List.of(), 0, null);
    }

    public enum Comparison {
        IS,
        /// One of 1 to 30 values.
        IN,
        /// The array field holds the value.
        CONTAINS,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        public boolean isRange() {
            return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
        }
    }

    /// @param value text, number, boolean, instant, or anything that the store's JSON mapper turns into one
    ///     of them; a list for `IN`
    public record Filter(String field, Comparison comparison, Object value) {}

    public record Order(String field, Direction direction) {}

    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    public Condition<T> where(String field) {
        return new Condition<>(this, field);
    }

    /// The half sentence after `where("rank")`.
    public record Condition<T>(Query<T> query, String field) {
        public Query<T> is(Object value) {
            return query.and(new Filter(field, Comparison.IS, value));
        }

        public Query<T> in(List<?> values) {
            if (values.isEmpty() || values.size() > 30) {
                throw new IllegalArgumentException("in() takes 1 to 30 values, not " + values.size());
            }
            return query.and(new Filter(field, Comparison.IN, List.copyOf(values)));
        }

        public Query<T> contains(Object value) {
            return query.and(new Filter(field, Comparison.CONTAINS, value));
        }

        public Query<T> lessThan(Object value) {
            return query.and(new Filter(field, Comparison.LESS, value));
        }

        public Query<T> atMost(Object value) {
            return query.and(new Filter(field, Comparison.AT_MOST, value));
        }

        public Query<T> moreThan(Object value) {
            return query.and(new Filter(field, Comparison.MORE, value));
        }

        public Query<T> atLeast(Object value) {
            return query.and(new Filter(field, Comparison.AT_LEAST, value));
        }
    }

    private Query<T> and(Filter filter) {
        var more = new ArrayList<>(filters);
        more.add(filter);
        return new Query<>(collection, scope, parent, more, orders, limit, startAfter);
    }

    public Query<T> ascending(String field) {
        return ordered(new Order(field, Direction.ASCENDING));
    }

    public Query<T> descending(String field) {
        return ordered(new Order(field, Direction.DESCENDING));
    }

    private Query<T> ordered(Order order) {
        var more = new ArrayList<>(orders);
        more.add(order);
        return new Query<>(collection, scope, parent, filters, more, limit, startAfter);
    }

    public Query<T> limit(int most) {
        return new Query<>(collection, scope, parent, filters, orders, most, startAfter);
    }

    public Query<T> startAfter(@Nullable Cursor cursor) {
        return new Query<>(collection, scope, parent, filters, orders, limit, cursor);
    }
}
