package ai.jiga.store.models.builtin.match;

import org.jspecify.annotations.Nullable;

/// The safe zone of a battle royale.
///
/// @param endsAt when its state changes, in milliseconds since the epoch; 0 if unknown
/// @param distance metres to safety; null if unknown
public record Circle(String state, long endsAt, @Nullable Integer distance) {

    public static final Circle NONE = new Circle("", 0, null);

    public static Circle of(Signal signal) {
        Integer seconds = signal.data().number("seconds");
        String state = signal.data().word("state");
        return new Circle(
                state.isEmpty() ? "closing" : state,
                seconds == null ? 0 : signal.at() + 1000L * seconds,
                signal.data().number("distance"));
    }

    public boolean none() {
        return state.isEmpty();
    }

    public boolean outside() {
        return distance != null && distance > 0;
    }
}
