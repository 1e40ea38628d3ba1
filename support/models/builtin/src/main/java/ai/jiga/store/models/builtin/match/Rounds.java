package ai.jiga.store.models.builtin.match;

/// The score of a shooter, in rounds or points.
///
/// @param round the number of the round being played; 0 if the game has not said
/// @param winRun rounds won in a row
/// @param lossRun rounds lost in a row
/// @param toWin what wins the match; 0 if unknown
public record Rounds(int round, int us, int them, int winRun, int lossRun, int toWin) {

    public Rounds started(EventData data) {
        Integer number = data.number("round");
        return new Rounds(number == null ? round + 1 : number, us, them, winRun, lossRun, toWin);
    }

    public Rounds ended(EventData data) {
        Boolean won = data.flag("won");
        if (won == null) {
            return this;
        }
        Integer number = data.number("round");
        int played = number == null ? round : number;
        return won
                ? new Rounds(played, us + 1, them, winRun + 1, 0, toWin)
                : new Rounds(played, us, them + 1, 0, lossRun + 1, toWin);
    }

    public Rounds scored(EventData data) {
        Integer ours = data.number("us");
        Integer theirs = data.number("them");
        return ours == null || theirs == null ? this : new Rounds(round, ours, theirs, winRun, lossRun, toWin);
    }

    public boolean none() {
        return us == 0 && them == 0;
    }

    /// Whether one more wins the match for us.
    public boolean ourMatchPoint() {
        return toWin > 1 && us == toWin - 1;
    }

    public boolean theirMatchPoint() {
        return toWin > 1 && them == toWin - 1;
    }
}
