package ai.jiga.store.models.builtin.match;

import org.jspecify.annotations.Nullable;

/// The last sound that the game reported.
///
/// @param distance metres; null if unknown
/// @param at when, in milliseconds since the epoch
public record Heard(String kind, String direction, @Nullable Integer distance, long at) {

    public static final Heard NOTHING = new Heard("", "", null, 0);

    public static Heard of(Signal signal) {
        EventData data = signal.data();
        String kind = data.subject("sound");
        String direction = data.textOrEmpty("direction");
        return new Heard(
                kind == null ? "sound" : kind.replace('_', ' '),
                direction.isEmpty() ? "unknown" : direction.replace('_', ' '),
                data.number("distance"),
                signal.at());
    }

    public boolean nothing() {
        return kind.isEmpty();
    }
}
