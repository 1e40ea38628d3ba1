package ai.jiga.store.models.builtin.match;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The game events that the coach understands, with their fields. All fields are optional unless marked with `!`; one
/// that is missing or cannot be read counts as not given. What an objective or a sound is may also stand in `kind`.
/// `docs/guides/game-events.md` is the same for integrators.
public enum EventKind {
    /// `game!` name, `mode`, `map`, `side`, `genre` (`shooter` or `sports`, for a game we do not know), `toWin` rounds
    /// or goals that win, `fullBuy` and `halfBuy` what a full and a half buy cost.
    MATCH_START,
    /// The player killed: `weapon`, `victim`, `zone`, `headshot` (boolean).
    KILL,
    /// The player died: `by` who, `weapon` theirs, `zone`.
    DEATH,
    /// The player helped a kill.
    ASSIST,
    /// `objective!` (`bomb`, `flag`, `point`), `state!` (`planted`, `captured`, `contested`, `lost`, `defused`,
    /// `exploded`), `zone`, `team` (`us` or `them`), `seconds` until it is decided.
    OBJECTIVE,
    /// `money!` the player's, `teamMoney` the team's together; whole units of the game's currency.
    ECONOMY,
    /// `seconds!` that are left to buy.
    BUY_PHASE,
    /// `round!` number from 1, `seconds` it lasts, `side`.
    ROUND_START,
    /// `round` number, `won!` boolean.
    ROUND_END,
    /// `us!`, `them!`: the score as the game shows it; outranks what was counted.
    SCORE,
    /// `hp!` 0 to 100, `armor` 0 to 100.
    HEALTH,
    /// `weapon`, `loaded!` rounds in the weapon, `reserve` rounds carried.
    AMMO,
    /// `sound!` (`footsteps`, `gunfire`, `vehicle`), `direction` (`left`, `behind`, `north`), `distance` in metres.
    SOUND,
    /// The circle of a battle royale: `state` (`waiting`, `closing`), `seconds` until it changes, `distance` in metres
    /// from the player to safety (0: inside).
    ZONE,
    /// `seconds!` left, `of` (`match`, `round`, `half`).
    TIMER,
    /// `player!`, `state!` (`alive`, `down`, `dead`, `left`) of a team mate.
    TEAM,
    /// `won` boolean.
    MATCH_END,
    /// `by!` (`us` or `them`), `scorer`, `minute`.
    GOAL,
    /// `by!` (`us` or `them`), `player`, `onTarget` boolean, `minute`.
    SHOT,
    /// `percent!` ours, 0 to 100.
    POSSESSION,
    /// `player!`, `percent!` 0 to 100.
    STAMINA,
    /// `by!` (`us` or `them`), `player`, `color!` (`yellow` or `red`), `minute`.
    CARD,
    /// `out!`, `in!`: players of ours; `minute`.
    SUBSTITUTION,
    /// `percent!` of boost in the tank, 0 to 100.
    BOOST,
    /// The first half is over.
    HALFTIME;

    /// The kind with this wire name, whatever its case, or null if there is none.
    public static @Nullable EventKind of(String wire) {
        String name = wire.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (EventKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /// Whether only a sports game sends it.
    public boolean sports() {
        return compareTo(GOAL) >= 0;
    }
}
