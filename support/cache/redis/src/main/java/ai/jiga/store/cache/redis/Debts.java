package ai.jiga.store.cache.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was invalidated while Redis was away. Guarded by whoever owns it.
final class Debts {
    private final int most;
    private final Set<String> keys = new LinkedHashSet<>();
    private boolean everything;

    Debts(int most) {
        this.most = most;
    }

    void add(String key) {
        if (!everything) {
            keys.add(key);
            if (keys.size() > most) {
                addEverything();
            }
        }
    }

    void addEverything() {
        everything = true;
        keys.clear();
    }

    boolean isEmpty() {
        return !everything && keys.isEmpty();
    }

    /// Whether all is owed, which is not owed any more.
    boolean takeEverything() {
        boolean was = everything;
        everything = false;
        return was;
    }

    /// Some of them, which are not owed any more.
    List<String> take(int some) {
        var taken = new ArrayList<String>();
        var all = keys.iterator();
        while (all.hasNext() && taken.size() < some) {
            taken.add(all.next());
            all.remove();
        }
        return taken;
    }
}
