package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Query.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A query that an index answers, with everything an engine needs to run it and nothing left to interpret.
///
/// @param index null when the documents are listed by their id
/// @param branches the alternatives that `in` filters open, disjoint: a document is in at most one of them
/// @param contains the array field of the fixed ones, if any
/// @param order what the answer is sorted by, before the ties; fields that `is` filters hold fixed are left
///     out, those of `in` are not
/// @param ties the direction in which equal ones are sorted by (parent and) id
/// @param after the position that the query's cursor names
/// @param fingerprint tells this query's cursors from another's
public record QueryPlan<T>(
        Query<T> query,
        @Nullable Index index,
        List<Map<String, JsonNode>> branches,
        @Nullable String contains,
        List<Query.Order> order,
        @Nullable Range range,
        Direction ties,
        @Nullable Position after,
        String fingerprint) {

    /// What the first order field lies between; values of another kind than the bounds' are outside.
    public record Range(
            String field, @Nullable Bound lower, @Nullable Bound upper) {
        boolean holds(JsonNode value) {
            return (lower == null || lower.admits(value, 1)) && (upper == null || upper.admits(value, -1));
        }
    }

    public record Bound(JsonNode value, boolean inclusive) {
        boolean admits(JsonNode other, int side) {
            if (!JsonValues.sameKind(value, other)) {
                return false;
            }
            int compared = JsonValues.compare(other, value) * side;
            return compared > 0 || (compared == 0 && inclusive);
        }
    }

    /// Where a document lies in the order of a query.
    ///
    /// @param values those of the order's fields
    public record Position(List<JsonNode> values, String parent, String id) {}

    public boolean isGroup() {
        return query.scope() == Index.Scope.GROUP;
    }

    /// Whether a document below a fitting parent is in the answer, whatever the cursor says.
    public boolean matches(JsonNode tree) {
        for (Query.Order ordered : order) {
            if (!JsonValues.isScalar(JsonValues.at(tree, ordered.field()))) {
                return false;
            }
        }
        if (range != null && !range.holds(JsonValues.at(tree, range.field()))) {
            return false;
        }
        return branches.isEmpty() || branches.stream().anyMatch(branch -> inBranch(branch, tree));
    }

    private boolean inBranch(Map<String, JsonNode> branch, JsonNode tree) {
        for (Map.Entry<String, JsonNode> fixed : branch.entrySet()) {
            JsonNode actual = JsonValues.at(tree, fixed.getKey());
            boolean equal = fixed.getKey().equals(contains)
                    ? actual.isArray() && holds(actual, fixed.getValue())
                    : isEqual(actual, fixed.getValue());
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonNode array, JsonNode wanted) {
        for (JsonNode element : array) {
            if (isEqual(element, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEqual(JsonNode a, JsonNode b) {
        return JsonValues.isScalar(a) && JsonValues.sameKind(a, b) && JsonValues.compare(a, b) == 0;
    }

    public Position position(JsonNode tree, String parent, String id) {
        return new Position(
                order.stream().map(o -> JsonValues.at(tree, o.field())).toList(), parent, id);
    }

    /// The answer's order, ties included; total.
    public Comparator<Position> comparator() {
        return (a, b) -> {
            for (int i = 0; i < order.size(); i++) {
                int compared = JsonValues.compare(a.values().get(i), b.values().get(i));
                if (compared != 0) {
                    return order.get(i).direction() == Direction.ASCENDING ? compared : -compared;
                }
            }
            int parents = JsonValues.compareText(a.parent(), b.parent());
            int tie = parents != 0 ? parents : JsonValues.compareText(a.id(), b.id());
            return ties == Direction.ASCENDING ? tie : -tie;
        };
    }

    /// The cursor that continues after a position.
    public Cursor cursor(Position position) {
        return Cursors.cursor(fingerprint, position);
    }
}
