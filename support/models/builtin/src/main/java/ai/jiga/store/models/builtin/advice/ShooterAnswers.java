package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import ai.jiga.store.models.builtin.intent.Intent;
import ai.jiga.store.models.builtin.match.Body;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Heard;
import ai.jiga.store.models.builtin.match.Objective;
import ai.jiga.store.models.builtin.match.Rounds;
import ai.jiga.store.models.builtin.match.Shooter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers about a shooter. What is about the player's own fights is in [FightAnswers].
final class ShooterAnswers {

    private final Agent agent;
    private final Shooter match;
    private final long now;
    private final @Nullable Game game;
    private final Outlook outlook;

    ShooterAnswers(Agent agent, Shooter match, long now) {
        this.agent = agent;
        this.match = match;
        this.now = now;
        this.game = Games.find(match.game());
        this.outlook = new Outlook(match);
    }

    Draft answer(Intent intent) {
        return switch (intent) {
            case STATUS -> new FightAnswers(agent, match, game).status();
            case BUY -> new BuyAdvice(agent, match, game, now).draft();
            case DIED_WHERE -> new FightAnswers(agent, match, game).diedWhere();
            case KILLED_BY -> new FightAnswers(agent, match, game).killedBy();
            case BEST_WEAPON -> new FightAnswers(agent, match, game).bestWeapon();
            case OBJECTIVE -> objective();
            case ECONOMY -> economy();
            case HEALTH -> health();
            case SQUAD -> squad();
            case SOUND -> sound();
            case TIME -> time();
            case SCORE -> score();
            case PLAN -> new Plans(agent, match, game, now).draft();
            case TIRED -> new Draft().fact("Nobody gets tired in this game: there is nobody to substitute.");
            case TELL_TEAM, REMEMBER, RECALL, LESSON, TIP, WHO, HELP, THANKS, GOODBYE, GREETING, UNKNOWN -> new Draft();
        };
    }

    /// What a team mate needs to know about this moment, in a few words; empty if there is nothing.
    String situation() {
        Objective objective = match.objective();
        if (objective.planted()) {
            String left = objective.endsAt() == 0 ? "" : ", " + Clock.secondsUntil(objective.endsAt(), now) + " s left";
            return objective.kind() + (objective.zone().isEmpty() ? " is down" : " at " + objective.zone()) + left;
        }
        Rounds rounds = match.rounds();
        return rounds.none() ? "" : "score " + rounds.us() + "-" + rounds.them();
    }

    private Draft objective() {
        Objective objective = match.objective();
        Draft draft = new Draft();
        if (!match.circle().none() && objective.none()) {
            return circle(draft);
        }
        if (objective.none()) {
            return draft.fact("I have no word of the objective in this round.").call("No word yet.");
        }
        String at = objective.zone().isEmpty() ? "" : " at " + objective.zone();
        String side = objective.planted() || objective.state().equals("captured")
                ? (objective.ours() ? " by us" : " by them")
                : "";
        draft.fact(Notices.objectiveLine(objective) + side + at + ".");
        if (objective.endsAt() != 0) {
            int left = Clock.secondsUntil(objective.endsAt(), now);
            draft.fact(left == 0 ? "Its time is up." : Wording.count(left, "second") + " left.");
        }
        if (objective.planted()) {
            boolean late = objective.endsAt() != 0 && Clock.secondsUntil(objective.endsAt(), now) <= 10;
            if (objective.ours()) {
                draft.advise("Hold it from two sides, and do not peek: they must come to you.")
                        .call("Hold" + at + ". Do not peek.");
            } else if (late) {
                draft.advise("Defuse now only if you are on it already; else stay alive and keep your weapon.")
                        .call("Too late unless you are on it.");
            } else {
                draft.advise("Go together, clear the corners first, then defuse while one covers.")
                        .call("Retake" + at + " together.");
            }
        } else {
            draft.advise("Play for it: it wins more than another kill does.")
                    .call("Play the " + objective.kind() + ".");
        }
        return draft.together(outlook.mates()).foresee(outlook.attack());
    }

    private Draft circle(Draft draft) {
        int left = Clock.secondsUntil(match.circle().endsAt(), now);
        boolean waiting = match.circle().state().equals("waiting");
        draft.fact(
                match.circle().endsAt() == 0
                        ? "The circle is " + match.circle().state().replace('_', ' ') + "."
                        : "The circle " + (waiting ? "starts to close" : "closes") + " in " + Wording.span(left) + ".");
        Integer distance = match.circle().distance();
        if (distance != null) {
            draft.fact(distance == 0 ? "You are inside." : "You are " + Wording.count(distance, "meter") + " outside.");
            draft.advise(distance == 0 ? "Take a spot at its edge with cover." : "Move now, along cover.")
                    .call(distance == 0 ? "You are safe. Hold the edge." : "Move into the circle.");
        }
        return draft;
    }

    private Draft economy() {
        Integer money = match.purse().money();
        Draft draft = new Draft();
        if (money == null) {
            return draft.fact("The game has not told me your money.").call("Money unknown.");
        }
        draft.fact("You have " + Wording.grouped(money) + ".");
        if (agent.has(Tool.OBSERVATION)) {
            Integer team = match.purse().teamMoney();
            if (team != null) {
                draft.fact("The team has " + Wording.grouped(team) + " together.")
                        .used(Tool.OBSERVATION, "Looked up the team's economy.");
            }
        }
        switch (match.purse().means()) {
            case FULL ->
                draft.advise("That is a full buy (from "
                                + Wording.grouped(match.purse().fullBuy()) + ").")
                        .call("Full buy.");
            case HALF ->
                draft.advise("That is a half buy; a full one starts at "
                                + Wording.grouped(match.purse().fullBuy()) + ".")
                        .call("Half buy.");
            case SAVE ->
                draft.advise("That is a round to save: a full buy is "
                                + Wording.grouped(match.purse().fullBuy() - money) + " away.")
                        .call("Save.");
            case UNKNOWN -> {}
        }
        return draft.together("Agree with the team before anybody spends.");
    }

    private Draft health() {
        Body body = match.body();
        Draft draft = new Draft();
        if (body.hp() == null && body.loaded() == null) {
            return draft.fact("The game has not told me your health or ammunition.")
                    .call("Unknown.");
        }
        if (body.hp() != null) {
            draft.fact("You have " + body.hp() + " health"
                    + (body.armor() == null ? "." : " and " + body.armor() + " armor."));
        }
        if (body.loaded() != null) {
            draft.fact(Wording.count(body.loaded(), "round")
                    + (body.weapon().isEmpty() ? " loaded" : " in the " + body.weapon())
                    + (body.reserve() == null ? "." : ", " + body.reserve() + " in reserve."));
        }
        if (body.hp() != null && body.hp() <= 50) {
            draft.advise("Get behind cover and heal before the next fight.").call("Heal first.");
        }
        return draft;
    }

    private Draft squad() {
        if (match.squad().states().isEmpty()) {
            return new Draft()
                    .fact("The game has not told me about your teammates.")
                    .call("No word on them.");
        }
        List<String> lines = new ArrayList<>();
        for (String state : List.of("alive", "low", "down", "dead")) {
            List<String> players = match.squad().in(state);
            if (!players.isEmpty()) {
                lines.add(Wording.and(players) + (players.size() == 1 ? " is " : " are ") + state);
            }
        }
        Draft draft = new Draft();
        lines.forEach(line -> draft.fact(line + "."));
        int out = match.squad().out().size();
        return draft.advise(out == 0 || match.squad().allOut() ? "" : "Do not force a fight while you are short.")
                .together(outlook.mates())
                .call(out == 0 ? "All up." : out + " out. Play safe.");
    }

    private Draft sound() {
        if (!agent.has(Tool.TUREL)) {
            return new Draft().fact("I do not have the turel tool, so I cannot make out sounds.");
        }
        Heard heard = match.heard();
        Draft draft = new Draft();
        if (heard.nothing() || now - heard.at() > 60_000) {
            return draft.fact("I have heard nothing in the last minute.").call("Nothing heard.");
        }
        draft.used(Tool.TUREL, "Looked up the last sound.");
        int ago = (int) Math.max(0, (now - heard.at()) / 1000);
        return draft.fact(Notices.soundLine(heard) + ", "
                        + (ago < 2 ? "just now." : Wording.count(ago, "second") + " ago."))
                .advise("Face it from cover, and let them show first.")
                .call(Wording.capital(Notices.direction(heard)) + ". Hold the angle.");
    }

    private Draft time() {
        if (match.objective().planted() && match.objective().endsAt() != 0) {
            return objective();
        }
        if (match.clock().endsAt() != 0) {
            int left = Clock.secondsUntil(match.clock().endsAt(), now);
            return new Draft()
                    .fact(
                            left == 0
                                    ? "The time of this " + match.clock().of() + " is up."
                                    : Wording.span(left) + " left in this "
                                            + match.clock().of() + ".")
                    .call(Wording.span(left) + ".");
        }
        if (!match.circle().none()) {
            return circle(new Draft());
        }
        return new Draft()
                .fact("The game has not told me the time"
                        + (match.rounds().none()
                                ? "."
                                : "; I only know the score: " + match.rounds().us() + "-"
                                        + match.rounds().them() + "."))
                .call("Time unknown.");
    }

    private Draft score() {
        String line = scoreLine(match);
        if (line.isEmpty()) {
            return new Draft()
                    .fact("I do not know the score: the game has not told me of a round.")
                    .call("Unknown.");
        }
        Rounds rounds = match.rounds();
        Draft draft = new Draft().fact(line).call(rounds.us() + " to " + rounds.them() + ".");
        if (rounds.ourMatchPoint() && rounds.theirMatchPoint() && !match.over()) {
            draft.fact("The next round decides the match.").advise("Spend everything you have.");
        } else if (rounds.theirMatchPoint() && !match.over()) {
            draft.fact("They are at match point.").advise("Spend everything you have: nothing is left to save for.");
        } else if (rounds.ourMatchPoint() && !match.over()) {
            draft.fact("It is match point for us.").advise("Play it like any other round: no heroics.");
        }
        return draft.foresee(outlook.rounds());
    }

    /// How the rounds stand, as a sentence; empty if nothing is known.
    static String scoreLine(Shooter match) {
        Rounds rounds = match.rounds();
        if (match.over() && match.won() != null) {
            return "The match is over, and you " + (match.won() ? "won" : "lost") + "."
                    + (rounds.none() ? "" : " It ended " + rounds.us() + "-" + rounds.them() + ".");
        }
        if (rounds.none()) {
            return "";
        }
        return rounds.us() == rounds.them()
                ? "It is level at " + rounds.us() + "-" + rounds.them() + "."
                : "You are " + (rounds.us() > rounds.them() ? "ahead " : "behind ") + rounds.us() + "-" + rounds.them()
                        + ".";
    }
}
