package ai.jiga.store.app.rules;

import java.util.List;
import java.util.Set;

/// A query of a document's collection. Rules never filter: it is answered when all that it could find may be read.
///
/// @param where all of them hold; none asks for everything
/// @param mayAsk who is answered, and finds the document
record Question(List<Condition> where, Set<Who> mayAsk) {
    /// What no rule allows but on public collections.
    static final List<Condition> EVERYTHING = List.of();

    /// @param op as the REST API names it
    record Condition(String field, String op, Object value) {
        static Condition is(String field, Object value) {
            return new Condition(field, "EQUAL", value);
        }

        static Condition contains(String field, Object value) {
            return new Condition(field, "ARRAY_CONTAINS", value);
        }
    }
}
