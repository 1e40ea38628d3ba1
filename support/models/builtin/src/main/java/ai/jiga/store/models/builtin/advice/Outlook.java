package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Rounds;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Tally;
import java.util.List;

/// What the last events of a shooter say about the team and about what comes next. A trend needs at least four fights
/// or two equal moves; below that nothing is said.
final class Outlook {

    private static final int FEWEST_FIGHTS = 4;

    private final Shooter match;

    Outlook(Shooter match) {
        this.match = match;
    }

    /// What the team can do for the player; empty if nothing.
    String team() {
        String mates = mates();
        String zone = match.fights().deathZones().top();
        return !mates.isEmpty()
                        || match.over()
                        || zone == null
                        || match.fights().deathZones().most() < 2
                ? mates
                : "Ask one teammate to cover " + zone + " while you go in.";
    }

    /// What the state of the team asks for; empty if nothing.
    String mates() {
        if (match.over()) {
            return "";
        }
        List<String> out = match.squad().out();
        if (match.squad().allOut()) {
            return "You are the last one: play for time, and take them one by one.";
        }
        if (!out.isEmpty()) {
            return Wording.and(out) + (out.size() == 1 ? " is" : " are") + " out: fall back to the others first.";
        }
        return "";
    }

    /// What is likely to come next; empty if no trend has shown.
    String foresight() {
        if (match.over()) {
            return "";
        }
        String attack = attack();
        if (!attack.isEmpty()) {
            return attack;
        }
        Fights fights = match.fights();
        String zone = fights.repeatedDeathZone();
        if (zone != null) {
            return "Your last two deaths were both at " + zone + ": expect them to wait there again.";
        }
        int seen = fights.recent().size();
        int won = fights.recentWins();
        if (seen >= FEWEST_FIGHTS && won * 4 >= seen * 3) {
            return "You won " + (won == seen ? "all" : won) + " of your last " + seen
                    + " fights: expect them to avoid you or to come in pairs.";
        }
        if (seen >= FEWEST_FIGHTS && won * 4 <= seen) {
            return "You lost " + (won == 0 ? "all" : seen - won) + " of your last " + seen
                    + " fights: expect them to push you, so let them come.";
        }
        return "";
    }

    /// Where the other side will attack, if it has shown a habit; else empty.
    String attack() {
        Tally zones = match.objective().theirZones();
        String zone = zones.top();
        return zone == null || zones.most() < 2 || !zones.clear()
                ? ""
                : "They went for " + zone + " " + Wording.share(zones.most(), zones.total(), "time")
                        + ": expect them there again.";
    }

    /// What the run of rounds means; empty if there is none.
    String rounds() {
        Rounds rounds = match.rounds();
        if (match.over()) {
            return "";
        }
        if (rounds.winRun() >= 2 && match.purse().fullBuy() > 0) {
            return "They lost " + rounds.winRun() + " in a row and are short of money: expect a save or a rush.";
        }
        if (rounds.lossRun() >= 2) {
            return "You lost " + rounds.lossRun()
                    + " in a row: expect them to repeat what works, so change your setup.";
        }
        return attack();
    }
}
