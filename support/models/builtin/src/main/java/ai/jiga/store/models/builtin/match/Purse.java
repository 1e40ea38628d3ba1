package ai.jiga.store.models.builtin.match;

import org.jspecify.annotations.Nullable;

/// What the player can spend.
///
/// @param money null as long as the game has not said
/// @param teamMoney the team's together; null if unknown
/// @param buyEndsAt when buying ends, in milliseconds since the epoch; 0 if unknown
/// @param fullBuy what a full buy costs; 0 if unknown
/// @param halfBuy what a half buy costs; 0 if unknown
public record Purse(@Nullable Integer money, @Nullable Integer teamMoney, long buyEndsAt, int fullBuy, int halfBuy) {

    /// What the money is enough for.
    public enum Means {
        UNKNOWN,
        SAVE,
        HALF,
        FULL
    }

    public Purse changed(EventData data) {
        Integer now = data.number("money");
        Integer team = data.number("teamMoney");
        return new Purse(now == null ? money : now, team == null ? teamMoney : team, buyEndsAt, fullBuy, halfBuy);
    }

    public Purse buying(Signal signal) {
        Integer seconds = signal.data().number("seconds");
        return seconds == null ? this : new Purse(money, teamMoney, signal.at() + 1000L * seconds, fullBuy, halfBuy);
    }

    /// A round ended, and the game pays out: what it said before no longer holds.
    public Purse paidOut() {
        return new Purse(null, null, 0, fullBuy, halfBuy);
    }

    public boolean buying(long now) {
        return buyEndsAt > now;
    }

    public Means means() {
        if (money == null || fullBuy == 0) {
            return Means.UNKNOWN;
        }
        if (money >= fullBuy) {
            return Means.FULL;
        }
        return money >= halfBuy ? Means.HALF : Means.SAVE;
    }
}
