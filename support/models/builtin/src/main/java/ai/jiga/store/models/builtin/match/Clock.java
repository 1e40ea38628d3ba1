package ai.jiga.store.models.builtin.match;

/// A countdown that the game announced.
///
/// @param of what runs out: `match`, `round` or `half`
/// @param endsAt in milliseconds since the epoch; 0 if none is running
public record Clock(String of, long endsAt) {

    public static final Clock NONE = new Clock("", 0);

    public Clock changed(Signal signal, String otherwise) {
        Integer seconds = signal.data().number("seconds");
        if (seconds == null) {
            return this;
        }
        String of = signal.data().word("of");
        return new Clock(of.isEmpty() ? otherwise : of.replace('_', ' '), signal.at() + 1000L * seconds);
    }

    /// Whole seconds from a moment until another, never below 0.
    public static int secondsUntil(long endsAt, long now) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, (endsAt - now + 999) / 1000));
    }
}
