package ai.jiga.store.session.model;

import java.util.ArrayList;
import java.util.List;

/// What an agent has kept of one player, over all their sessions: the latest texts.
public record Memory(List<String> items) {
    public static final Memory EMPTY = new Memory(List.of());
    private static final int MOST = 100;

    public Memory {
        items = List.copyOf(items);
    }

    public Memory and(List<String> more) {
        var all = new ArrayList<>(items);
        all.addAll(more);
        return new Memory(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
