package ai.jiga.store.models.builtin.match;

/// The score of a shooter, in rounds or points.
///
/// @param round the number of the round being played; 0 if the game has not said
/// @param winRun rounds won in a row
/// @param lossRun rounds lost in a row
/// @param toWin what wins the match; 0 if unknown
/// @param overtime whether a match that is level one round before that goes on, or ends level
public record Rounds(int round, int us, int them, int winRun, int lossRun, int toWin, boolean overtime) {

    public Rounds started(EventData data) {
        Integer number = data.number("round");
        return new Rounds(number == null ? round + 1 : number, us, them, winRun, lossRun, toWin, overtime);
    }

    public Rounds ended(EventData data) {
        Boolean won = data.flag("won");
        if (won == null) {
            return this;
        }
        Integer number = data.number("round");
        int played = number == null ? round : number;
        return won
                ? new Rounds(played, us + 1, them, winRun + 1, 0, toWin, overtime)
                : new Rounds(played, us, them + 1, 0, lossRun + 1, toWin, overtime);
    }

    public Rounds scored(EventData data) {
        Integer ours = data.number("us");
        Integer theirs = data.number("them");
        return ours == null || theirs == null
                ? this
                : new Rounds(round, ours, theirs, winRun, lossRun, toWin, overtime);
    }

    public boolean none() {
        return us == 0 && them == 0;
    }

    /// Whether one more wins the match for us.
    public boolean ourMatchPoint() {
        return oneShort(us, them);
    }

    public boolean theirMatchPoint() {
        return oneShort(them, us);
    }

    /// Whether everybody begins with little money in this round: the first, and the first after the sides changed.
    public boolean pistols() {
        return round == 1 || overtime && round == toWin;
    }

    private boolean oneShort(int side, int other) {
        return toWin > 1 && side == toWin - 1 && (other < side || other == side && !overtime);
    }
}
