package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.advice.Draft.Mood;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import ai.jiga.store.models.builtin.intent.Intent;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Sports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers about a sports game.
final class SportsAnswers {

    static final int TIRED = 30;
    private static final int FULL_TIME = 90;

    private final Agent agent;
    private final Sports match;
    private final long now;
    private final @Nullable Game game;

    SportsAnswers(Agent agent, Sports match, long now) {
        this.agent = agent;
        this.match = match;
        this.now = now;
        this.game = Games.find(match.game());
    }

    Draft answer(Intent intent) {
        return switch (intent) {
            case STATUS -> status();
            case SCORE -> score();
            case TIME -> time();
            case TIRED -> tired();
            case HEALTH -> boost();
            case SQUAD -> squad();
            case PLAN -> plan();
            case SOUND ->
                agent.has(Tool.TUREL)
                        ? new Draft().fact("There is nothing to listen for in this game.")
                        : new Draft().lacks(Tool.TUREL);
            case BUY, ECONOMY -> new Draft().fact("There is nothing to buy during a match of this game.");
            case DIED_WHERE, KILLED_BY, BEST_WEAPON, OBJECTIVE ->
                new Draft().fact("This is a sports game: I follow goals, shots, possession and stamina.");
            case TELL_TEAM, REMEMBER, RECALL, LESSON, TIP, WHO, HELP, THANKS, GOODBYE, GREETING, UNKNOWN -> new Draft();
        };
    }

    private Draft status() {
        Draft draft = score().mood(mood());
        if (agent.has(Tool.OBSERVATION)) {
            details(draft);
        }
        if (match.over()) {
            return draft.advise("Take a short break before the next one.");
        }
        return draft.advise(advice())
                .together(together())
                .foresee(foresight())
                .ask("What did you try in the last attack, and who was free?");
    }

    private void details(Draft draft) {
        int plain = draft.facts();
        draft.fact(shots());
        if (match.possession() != null) {
            draft.fact("You have " + match.possession() + "% of the ball.");
        }
        if (!match.scorers().empty()) {
            List<String> scorers = new ArrayList<>();
            for (Map.Entry<String, Integer> entry : match.scorers().counts().entrySet()) {
                scorers.add(entry.getKey() + (entry.getValue() > 1 ? " (" + entry.getValue() + ")" : ""));
            }
            draft.fact("Scored: " + Wording.and(scorers) + ".");
        }
        if (match.ourReds() > 0) {
            draft.fact("You are " + Wording.word(match.ourReds()) + " down after a red card.");
        }
        if (draft.facts() > plain) {
            draft.used(Tool.OBSERVATION, "Looked up shots, possession and scorers.");
        }
    }

    /// Shots, of the sides whose shots the game reports: one with more goals than shots is not one of them.
    private String shots() {
        if (match.ourShots() + match.theirShots() == 0) {
            return "";
        }
        List<String> sides = new ArrayList<>();
        if (match.ourShots() >= match.us()) {
            sides.add(match.ourShots() + " by you (" + match.ourShotsOnTarget() + " on target)");
        }
        if (match.theirShots() >= match.them()) {
            sides.add(match.theirShots() + " by them");
        }
        return sides.isEmpty() ? "" : "Shots: " + String.join(", ", sides) + ".";
    }

    private Mood mood() {
        return match.us() > match.them() ? Mood.GOOD : match.us() < match.them() ? Mood.BAD : Mood.EVEN;
    }

    private String advice() {
        int lead = match.us() - match.them();
        boolean late = match.minute() >= 75;
        if (lead > 0) {
            return late
                    ? "Keep the ball, and leave one more player back: the lead is enough."
                    : "Keep playing the way you scored; a second goal comes from patience.";
        }
        if (lead < 0) {
            return late
                    ? "Bring one more player forward, and shoot earlier."
                    : "There is time: keep your shape, and do not force the pass.";
        }
        if (match.possession() != null && match.possession() < 40) {
            return "Hold the ball longer: two safe passes before each forward one.";
        }
        return match.ourShots() >= 4 && match.ourShotsOnTarget() * 2 < match.ourShots()
                ? "Choose your shots: go one pass closer first."
                : "The next good chance decides, so do not rush it.";
    }

    private String together() {
        String tired = match.mostTired();
        if (match.ourReds() > match.theirReds()) {
            return "One short: stay compact, and keep two lines close together.";
        }
        return tired == null || match.stamina().getOrDefault(tired, 100) > TIRED
                ? ""
                : "Take the load off " + tired + ": play down the other side.";
    }

    private String foresight() {
        if (match.run() <= -2) {
            return "They scored the last " + Wording.word(-match.run())
                    + " goals: expect them to press again right after the restart.";
        }
        if (match.run() >= 2) {
            return "You scored the last " + Wording.word(match.run())
                    + " goals: expect them to take risks now, and leave room behind them.";
        }
        if (match.minute() >= 70 && match.us() > match.them()) {
            return "Expect them to send more players forward: the counter-attack is open.";
        }
        return match.theirShots() >= match.ourShots() + 3
                ? "They shoot far more than you: a goal is coming unless you keep the ball."
                : "";
    }

    private Draft score() {
        int us = match.us();
        int them = match.them();
        String line = us == them
                ? "It is level at " + us + "-" + them
                : "You " + (us > them ? "lead " : "trail ") + us + "-" + them;
        if (match.over()) {
            line = (match.won() == null
                            ? "The match is over: "
                            : "The match is over, and you "
                                    + (match.won() ? "won " : us == them ? "did not win " : "lost "))
                    + us + "-" + them;
        } else if (match.minute() > 0) {
            line += " after " + Wording.count(match.minute(), "minute");
        }
        return new Draft().fact(line + ".").call(us + " to " + them + ".");
    }

    private Draft time() {
        if (match.clock().endsAt() != 0) {
            int left = Clock.secondsUntil(match.clock().endsAt(), now);
            return new Draft()
                    .fact(
                            left == 0
                                    ? "Time is up."
                                    : Wording.span(left) + " left in this "
                                            + match.clock().of() + ".")
                    .call(Wording.span(left) + ".");
        }
        if (match.minute() > 0 && match.style() == Game.Style.FOOTBALL) {
            int left = FULL_TIME - match.minute();
            return new Draft()
                    .fact("The last event I know of was in minute " + match.minute() + ": "
                            + (left > 0
                                    ? "about " + Wording.count(left, "minute") + " and stoppage time are left."
                                    : "that is past full time."))
                    .call("Minute " + match.minute() + ".");
        }
        return new Draft().fact("The game has not told me the time.").call("Time unknown.");
    }

    private Draft tired() {
        Draft draft = new Draft();
        String tired = match.mostTired();
        if (tired == null) {
            return draft.fact("The game has not told me anybody's stamina.").call("Stamina unknown.");
        }
        int percent = match.stamina().getOrDefault(tired, 100);
        draft.fact(tired + " is the most tired, at " + percent + "%.");
        if (agent.has(Tool.OBSERVATION)) {
            List<String> others = match.stamina().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(tired) && entry.getValue() <= 50)
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + "%)")
                    .toList();
            if (!others.isEmpty()) {
                draft.fact("Also at half or below: " + Wording.and(others) + ".");
            }
            draft.used(Tool.OBSERVATION, "Looked up stamina.");
        }
        if (percent <= TIRED) {
            draft.advise("Substitute " + tired + " at the next stop.").call("Take " + tired + " off.");
        } else if (percent <= 50) {
            draft.advise("Let " + tired + " rest in position; no substitution yet.")
                    .call("Rest " + tired + ".");
        } else {
            draft.advise("Nobody needs to come off.").call("Nobody yet.");
        }
        return draft.together(together())
                .foresee(
                        percent > TIRED && percent <= 50 && match.minute() > 0 && match.minute() < 75
                                ? "At this pace " + tired + " will be spent before the end: plan the change early."
                                : "");
    }

    private Draft boost() {
        Integer boost = match.boost();
        return boost == null
                ? new Draft().fact("The game has not told me your boost.").call("Unknown.")
                : new Draft()
                        .fact("You have " + boost + "% boost.")
                        .advise(boost < 30 ? "Take small pads on your way back before you challenge." : "")
                        .call(boost + " percent.");
    }

    private Draft squad() {
        int men = match.ourReds();
        return new Draft()
                .fact(
                        men == 0
                                ? "Nobody of yours has been sent off."
                                : "You are " + Wording.word(men) + (men == 1 ? " player short." : " players short."))
                .fact(
                        match.yellow().empty()
                                ? ""
                                : "Booked: "
                                        + Wording.and(List.copyOf(
                                                match.yellow().counts().keySet())) + ".")
                .call(men == 0 ? "All on." : men + " short.");
    }

    private Draft plan() {
        Draft draft = score().asksAdvice();
        if (match.over()) {
            return draft.advise("Rest a minute, then start the next one.");
        }
        boolean expert = game != null && agent.expertIn(game.name());
        draft.advise(advice()).call(advice());
        if (!agent.rank().atLeast(Rank.GOLD) && !expert) {
            return draft;
        }
        String tired = match.mostTired();
        if (tired != null && match.stamina().getOrDefault(tired, 100) <= TIRED) {
            draft.advise("Then substitute " + tired + ", who is down to "
                    + match.stamina().get(tired) + "%.");
        } else if (match.ourReds() > match.theirReds()) {
            draft.advise("Then stay compact: you are one short.");
        }
        if (game != null) {
            draft.expertise(game.expertiseIn(match.mode()));
        }
        if (agent.specialist() && !expert && !match.game().isEmpty()) {
            draft.expertise(BuyAdvice.outsideField(agent, match.game()));
        }
        if (agent.has(Tool.OBSERVATION)) {
            draft.used(Tool.OBSERVATION, "Looked over the whole match.");
        }
        return draft.plan().foresee(foresight());
    }
}
