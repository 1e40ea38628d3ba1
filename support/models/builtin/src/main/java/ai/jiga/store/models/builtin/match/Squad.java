package ai.jiga.store.models.builtin.match;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The player's team mates and how they are; at most eight.
public record Squad(SortedMap<String, String> states) {

    private static final int MOST = 8;

    public static final Squad NONE = new Squad(Collections.emptySortedMap());

    public Squad {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }

    public Squad changed(EventData data) {
        String player = data.text("player");
        String state = data.word("state");
        if (player == null || state.isEmpty() || (!states.containsKey(player) && states.size() >= MOST)) {
            return this;
        }
        SortedMap<String, String> next = new TreeMap<>(states);
        if (state.equals("left")) {
            next.remove(player);
        } else {
            next.put(player, state);
        }
        return new Squad(next);
    }

    /// A new round: everybody is back.
    public Squad revived() {
        SortedMap<String, String> next = new TreeMap<>(states);
        next.replaceAll((player, state) -> "alive");
        return new Squad(next);
    }

    public List<String> in(String state) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().equals(state))
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<String> out() {
        return states.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals("dead") || entry.getValue().equals("down"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether team mates are known and none of them can fight.
    public boolean allOut() {
        return !states.isEmpty() && out().size() == states.size();
    }
}
