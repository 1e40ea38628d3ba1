package ai.jiga.store.models.builtin.match;

import java.util.Locale;

/// What the match is fought over.
///
/// @param kind `bomb`, `flag`, `point`, ...; empty as long as the game has not said
/// @param endsAt when it is decided, in milliseconds since the epoch; 0 if unknown
/// @param theirZones where the other side planted or captured
public record Objective(String kind, String state, String zone, boolean ours, long endsAt, Tally theirZones) {

    public static final Objective NONE = new Objective("", "", "", false, 0, Tally.EMPTY);

    public Objective changed(Signal signal) {
        EventData data = signal.data();
        String thing = data.subject("objective");
        if (thing == null || data.word("state").isEmpty()) {
            return this;
        }
        boolean us = data.ours("team");
        boolean taken = switch (data.word("state")) {
            case "planted", "captured" -> true;
            default -> false;
        };
        Integer seconds = data.number("seconds");
        return new Objective(
                thing.toLowerCase(Locale.ROOT).replace('_', ' '),
                data.word("state"),
                data.textOrEmpty("zone"),
                us,
                seconds == null ? 0 : signal.at() + 1000L * seconds,
                taken && data.word("team").equals("them") ? theirZones.plus(data.text("zone")) : theirZones);
    }

    public Objective cleared() {
        return new Objective("", "", "", false, 0, theirZones);
    }

    public boolean none() {
        return kind.isEmpty();
    }

    public boolean planted() {
        return state.equals("planted");
    }
}
