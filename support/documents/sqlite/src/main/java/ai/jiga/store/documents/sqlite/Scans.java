package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Query.Direction;
import ai.jiga.store.documents.Query.Order;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.QueryPlan.Bound;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import ai.jiga.store.documents.sqlite.Scan.Conditions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cuts a plan into scans, one branch of its `in` filters at a time.
///
/// What follows a cursor in an order of several keys is not one range of an index but one for each key:
/// those equal in all keys but the last and after it there, then those equal in all but the last two, and
/// so on. Written with `OR`, SQLite would sort; one after the other, each is a walk.
final class Scans {
    private final QueryPlan<?> plan;
    private final IndexLayout layout;

    private Scans(QueryPlan<?> plan, IndexLayout layout) {
        this.plan = plan;
        this.layout = layout;
    }

    /// For each branch its scans, in the answer's order.
    static List<List<Scan>> of(QueryPlan<?> plan, IndexLayout layout) {
        var scans = new Scans(plan, layout);
        List<Map<String, JsonNode>> branches = plan.branches().isEmpty() ? List.of(Map.of()) : plan.branches();
        return branches.stream().map(scans::branch).toList();
    }

    /// What the answer is sorted by.
    ///
    /// @param compared whether the query's range is on it
    private record Key(String expression, boolean ascending, boolean compared) {
        String sql() {
            return expression + (ascending ? "" : " DESC");
        }
    }

    private List<Scan> branch(Map<String, JsonNode> fixed) {
        var base = new Conditions().and(layout.condition());
        if (!plan.isGroup()) {
            base.and(layout.parent(), "=", plan.query().parent());
        }
        fixed.forEach((field, value) -> base.and(layout.field(field), "=", value));
        List<Key> keys = keys(fixed);
        Position after = plan.after();
        if (after != null) {
            return after(base, fixed, keys, after);
        }
        if (plan.range() != null) {
            bounded(base, keys.getFirst(), null);
        }
        return List.of(base.scan(layout, order(keys, 0)));
    }

    private List<Key> keys(Map<String, JsonNode> fixed) {
        List<Key> keys = new ArrayList<>();
        for (Order order : plan.order()) {
            if (!fixed.containsKey(order.field())) {
                boolean ascending = order.direction() == Direction.ASCENDING;
                boolean compared = plan.range() != null && plan.range().field().equals(order.field());
                keys.add(new Key(layout.field(order.field()), ascending, compared));
            }
        }
        boolean ascending = plan.ties() == Direction.ASCENDING;
        if (plan.isGroup()) {
            keys.add(new Key(layout.parent(), ascending, false));
        }
        keys.add(new Key(layout.id(), ascending, false));
        return keys;
    }

    private static String order(List<Key> keys, int from) {
        List<String> sql =
                keys.subList(from, keys.size()).stream().map(Key::sql).toList();
        return sql.isEmpty() ? "" : " ORDER BY " + String.join(", ", sql);
    }

    private List<Scan> after(Conditions base, Map<String, JsonNode> fixed, List<Key> keys, Position after) {
        List<List<Scan>> levels = new ArrayList<>();
        Conditions equal = base.copy();
        int depth = 0;
        boolean tied = true;
        for (int i = 0; tied && i < plan.order().size(); i++) {
            Order order = plan.order().get(i);
            JsonNode value = after.values().get(i);
            JsonNode constant = fixed.get(order.field());
            if (constant == null) {
                levels.add(beyond(equal, keys, depth, value));
                same(equal, keys.get(depth), value);
                depth++;
                continue;
            }
            int compared = JsonValues.compare(constant, value) * (order.direction() == Direction.ASCENDING ? 1 : -1);
            if (compared > 0) {
                levels.add(List.of(equal.scan(layout, order(keys, depth))));
            }
            tied = compared == 0;
        }
        if (tied && plan.isGroup()) {
            JsonNode parent = TextNode.valueOf(after.parent());
            levels.add(beyond(equal, keys, depth, parent));
            same(equal, keys.get(depth), parent);
            depth++;
        }
        if (tied) {
            levels.add(beyond(equal, keys, depth, TextNode.valueOf(after.id())));
        }
        return levels.reversed().stream().flatMap(List::stream).toList();
    }

    /// Those that equal the position so far and lie after it in the key at `depth`.
    private List<Scan> beyond(Conditions equal, List<Key> keys, int depth, JsonNode value) {
        Key key = keys.get(depth);
        if (key.compared()) {
            return List.of(bounded(equal.copy(), key, value).scan(layout, order(keys, depth)));
        }
        List<Scan> scans = new ArrayList<>();
        if (key.ascending()) {
            Conditions greater = equal.copy();
            if (value.isNull()) {
                // Not IS NOT NULL: SQLite makes no range of that.
                greater.and(key.expression() + " > " + SqlText.FLOOR);
            } else {
                greater.and(key.expression(), ">", value);
            }
            scans.add(greater.scan(layout, order(keys, depth)));
        } else if (!value.isNull()) {
            scans.add(equal.copy().and(key.expression(), "<", value).scan(layout, order(keys, depth)));
        }
        return scans;
    }

    private static void same(Conditions equal, Key key, JsonNode value) {
        if (!value.isNull()) {
            equal.and(key.expression(), "=", value);
        } else {
            equal.and(key.expression() + " = " + SqlText.FLOOR);
        }
    }

    /// The query's range, from a position on: values of another kind than the bounds' are outside. SQLite's
    /// order is NULL, numbers, text.
    private Conditions bounded(Conditions conditions, Key key, @Nullable JsonNode after) {
        QueryPlan.Range range = plan.range();
        Bound lower = range == null ? null : range.lower();
        Bound upper = range == null ? null : range.upper();
        if (after != null) {
            var past = new Bound(after, false);
            lower = key.ascending() ? past : lower;
            upper = key.ascending() ? upper : past;
        }
        Bound known = lower == null ? upper : lower;
        boolean text = known != null && known.value().isTextual();
        if (lower != null) {
            conditions.and(key.expression(), lower.inclusive() ? ">=" : ">", lower.value());
        } else {
            conditions.and(key.expression() + (text ? " >= ''" : " > " + SqlText.FLOOR));
        }
        if (upper != null) {
            conditions.and(key.expression(), upper.inclusive() ? "<=" : "<", upper.value());
        } else if (!text) {
            conditions.and(key.expression() + " < ''");
        }
        return conditions;
    }
}
