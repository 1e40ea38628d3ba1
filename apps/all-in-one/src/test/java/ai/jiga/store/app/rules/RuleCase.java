package ai.jiga.store.app.rules;

import ai.jiga.store.app.rules.Question.Condition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A document and who may read it. Nobody may write it: that needs no saying.
///
/// @param what it is, for the test's name
/// @param path with ids as Firestore has them
/// @param document as the store's model has it
/// @param mayGet who may read it by its path
/// @param questions whose queries find it; those that are not here are answered to nobody
record RuleCase(String what, String path, Object document, Set<Who> mayGet, List<Question> questions) {
    static RuleCase of(String what, String path, Object document) {
        return new RuleCase(what, path, document, Who.nobody(), List.of());
    }

    /// A document of a collection that is the server's alone: its id and every field that a rule might look at say that
    /// it is Alice's, and that everybody may see it.
    ///
    /// @param collection below the ids of its parents
    static RuleCase nobodys(String collection) {
        String alice = Who.ALICE.id().value();
        Map<String, Object> tempting = Map.of(
                "id",
                alice,
                "userId",
                alice,
                "ownerId",
                alice,
                "reviewerId",
                alice,
                "views",
                List.of(alice),
                "terms",
                Map.of("userId", alice),
                "state",
                "ACTIVE",
                "status",
                "active");
        return of("what the server keeps in " + collection, collection + "/" + Who.ALICE.storedId(), tempting);
    }

    RuleCase readBy(Who first, Who... others) {
        return readBy(EnumSet.of(first, others));
    }

    RuleCase readBy(Set<Who> those) {
        return new RuleCase(what, path, document, those, questions);
    }

    RuleCase foundBy(Set<Who> those, Condition... where) {
        var more = new ArrayList<>(questions);
        more.add(new Question(List.of(where), those));
        return new RuleCase(what, path, document, mayGet, more);
    }

    RuleCase foundBy(Who one, Condition... where) {
        return foundBy(EnumSet.of(one), where);
    }

    /// A query that looks harmless and that nobody is answered.
    RuleCase neverFoundBy(Condition... where) {
        return foundBy(Who.nobody(), where);
    }

    /// With the one that every client would like to ask.
    List<Question> allQuestions() {
        boolean asked = questions.stream().anyMatch(q -> q.where().equals(Question.EVERYTHING));
        return asked
                ? questions
                : Stream.concat(questions.stream(), Stream.of(new Question(Question.EVERYTHING, Who.nobody())))
                        .toList();
    }

    /// The path of its collection as a schema declares it, such as `agents/{}/versions`.
    String declaredPath() {
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i += 2) {
            segments[i] = "{}";
        }
        return String.join("/", segments).replaceFirst("/\\{}$", "");
    }

    @Override
    public String toString() {
        return what;
    }
}
