package ai.jiga.store.models.builtin.game;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A game that we know something about.
///
/// @param name as we write it
/// @param aliases other names, in lower case; a game's name may begin with one of them
/// @param prices what a round's equipment costs, for games with an economy per round
/// @param modes first match wins; the last one, with an empty name, is for every other mode
/// @param tips what helps everybody, best first
public record Game(String name, List<String> aliases, Style style, Prices prices, List<Mode> modes, List<String> tips) {

    private static final int FULL_MATCH = 9;

    /// How a game is played, as far as advice depends on it.
    public enum Style {
        /// Rounds without respawn and with money: Counter-Strike, Valorant.
        TACTICAL,
        /// Respawn or rounds, no money: Call of Duty, Overwatch.
        ARENA,
        /// One life and a shrinking circle: Apex Legends, Fortnite.
        ROYALE,
        LANES,
        SANDBOX,
        FOOTBALL,
        CARS
    }

    /// What a full and a half buy cost, in the game's currency; 0: the game has no such thing.
    public record Prices(int full, int half) {
        public static final Prices NONE = new Prices(0, 0);
    }

    /// A way to play a game.
    ///
    /// @param word what its name contains, in lower case; empty for any
    /// @param toWin rounds that win the match; 0 if it isn't played in rounds, or we do not know
    /// @param expertise what an expert would say about it
    /// @param purchase what to spend on, if money is not per round; empty if there is nothing to buy
    public record Mode(String word, int toWin, String expertise, String purchase) {}

    public boolean sports() {
        return style == Style.FOOTBALL || style == Style.CARS;
    }

    /// Whether a match to so many rounds that is level one round before goes on in overtime, or ends level: so the full
    /// matches of Counter-Strike and Valorant, but not their short ones.
    public boolean overtime(int toWin) {
        return style == Style.TACTICAL && toWin >= FULL_MATCH;
    }

    public int toWinIn(String mode) {
        Mode found = mode(mode);
        return found == null ? 0 : found.toWin();
    }

    public Prices pricesIn(String mode) {
        return mode.toLowerCase(Locale.ROOT).contains("deathmatch") ? Prices.NONE : prices;
    }

    /// What an expert would say about a mode; empty if we have nothing to say.
    public String expertiseIn(String mode) {
        Mode found = mode(mode);
        return found == null ? "" : found.expertise();
    }

    public String purchaseIn(String mode) {
        Mode found = mode(mode);
        return found == null ? "" : found.purchase();
    }

    private @Nullable Mode mode(String mode) {
        String wanted = mode.toLowerCase(Locale.ROOT).replace("&", "and");
        return modes.stream()
                .filter(known -> wanted.contains(known.word()))
                .findFirst()
                .orElse(null);
    }
}
