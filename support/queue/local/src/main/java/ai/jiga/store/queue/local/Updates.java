package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.Update.Change;
import ai.jiga.store.documents.Update.Increment;
import java.util.ArrayList;
import java.util.List;

/// Two updates of one document as one.
final class Updates {
    private Updates() {}

    static Update together(Update first, Update then) {
        List<Change> changes = new ArrayList<>(first.changes());
        for (Change change : then.changes()) {
            int before = change instanceof Increment ? incrementOf(change.field(), changes) : -1;
            if (change instanceof Increment more && before >= 0 && changes.get(before) instanceof Increment one) {
                changes.set(before, new Increment(one.field(), Math.addExact(one.by(), more.by())));
            } else {
                changes.add(change);
            }
        }
        return new Update(changes);
    }

    /// Where the last change of the field is an increment; -1 otherwise.
    private static int incrementOf(String field, List<Change> changes) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).field().equals(field)) {
                return changes.get(i) instanceof Increment ? i : -1;
            }
        }
        return -1;
    }
}
