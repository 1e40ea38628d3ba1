package ai.jiga.store.web;

import ai.jiga.store.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asked to see of a list.
///
/// @param question what is listed, with its filters: what the cursor is bound to
public record Paging(
        Cursors cursors,
        String question,
        int limit,
        @Nullable String after) {
    /// @throws ai.jiga.store.kernel.RejectedException INVALID_LIMIT, INVALID_CURSOR
    public static Paging of(Cursors cursors, String question, @Nullable String limit, @Nullable String cursor) {
        return new Paging(cursors, question, Limits.of(limit), cursors.open(cursor, question));
    }

    /// A page with the cursor of the store, as clients see it.
    public <T> Page<T> seal(Page<T> page) {
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    /// A part of a list that is at hand as a whole.
    public <T> Page<T> cut(List<T> all) {
        int from = Math.min(after == null ? 0 : Integer.parseInt(after), all.size());
        int to = Math.min(from + limit, all.size());
        return seal(new Page<>(all.subList(from, to), to == all.size() ? null : Integer.toString(to)));
    }
}
