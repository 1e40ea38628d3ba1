package ai.jiga.store.documents.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A part of an answer that one walk along an index gives, in order: no sorting, no skipping.
///
/// @param where conditions with a `?` for each parameter, or empty
/// @param order the keys that are not held fixed, or empty
record Scan(IndexLayout layout, String where, String order, List<Object> parameters) {
    String documents() {
        return "SELECT " + layout.columns() + " FROM " + layout.documents() + filter() + order + " LIMIT ?";
    }

    String count() {
        return "SELECT count(*) FROM " + layout.keys() + filter();
    }

    String countUpTo() {
        return "SELECT count(*) FROM (SELECT 1 FROM " + layout.keys() + filter() + " LIMIT ?)";
    }

    /// The sum of a field's whole numbers, and whether a number was not whole.
    String sum(String field) {
        String type = SqlText.type(layout.body(), field);
        return "SELECT sum(CASE WHEN " + type + " = 'integer' THEN " + SqlText.value(layout.body(), field)
                + " END), max(" + type + " = 'real') FROM " + layout.documents() + filter();
    }

    private String filter() {
        return where.isEmpty() ? "" : " WHERE " + where;
    }

    /// Conditions that grow; a copy can grow apart.
    static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        Conditions copy() {
            var copy = new Conditions();
            copy.sql.append(sql);
            copy.parameters.addAll(parameters);
            return copy;
        }

        Conditions and(String condition) {
            if (!condition.isEmpty()) {
                sql.append(sql.isEmpty() ? "" : " AND ").append(condition);
            }
            return this;
        }

        /// @param comparison `=`, `<`, ...
        Conditions and(String expression, String comparison, Object parameter) {
            and(expression + " " + comparison + " ?");
            parameters.add(parameter);
            return this;
        }

        Conditions and(String expression, String comparison, JsonNode value) {
            return and(expression, comparison, parameter(value));
        }

        Scan scan(IndexLayout layout, String order) {
            return new Scan(layout, sql.toString(), order, List.copyOf(parameters));
        }

        private static Object parameter(JsonNode value) {
            if (value.isTextual()) {
                return value.textValue();
            }
            if (value.isBoolean()) {
                return value.booleanValue() ? 1L : 0L;
            }
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return value.longValue();
            }
            return value.doubleValue();
        }
    }
}
