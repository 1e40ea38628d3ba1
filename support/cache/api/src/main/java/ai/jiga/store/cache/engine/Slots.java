package ai.jiga.store.cache.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Where a cache's slots lie. Each method is atomic for each key, also among processes that share the
/// slots, and fails by [Slot.Shut] and by doing nothing; [#clear] and [#settle] alone are made up for. A
/// slot may be lost at any time.
public interface Slots<T> {
    /// What lies there. A slot that is not there is made, open.
    Slot<T> look(String key);

    /// As [#look], in one go.
    Map<String, Slot<T>> look(Collection<String> keys);

    /// Puts a value where the slot still has this stamp, and gives it another; an absent one removes the
    /// slot.
    void keep(String key, Object stamp, Optional<T> value);

    /// Makes the slot shut, whatever was in it.
    ///
    /// @return its stamp
    Object shut(String key);

    /// After a write: puts the value where the slot still has the stamp that [#shut] gave, and removes the
    /// slot otherwise.
    void settle(String key, Object stamp, Optional<T> value);

    /// Removes the slot, or makes sure that it is removed before anybody here looks at it.
    void clear(String key);
}
