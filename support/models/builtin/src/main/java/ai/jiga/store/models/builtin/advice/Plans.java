package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.match.Circle;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Objective;
import ai.jiga.store.models.builtin.match.Purse;
import ai.jiga.store.models.builtin.match.Shooter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to do next in a shooter: one step from a Silver agent, a plan of up to three from Gold and from
/// Specialists in their games.
final class Plans {

    private static final List<String> ORDER = List.of("First, ", "Second, ", "Third, ");

    private final Agent agent;
    private final Shooter match;
    private final @Nullable Game game;
    private final long now;

    Plans(Agent agent, Shooter match, @Nullable Game game, long now) {
        this.agent = agent;
        this.match = match;
        this.game = game;
        this.now = now;
    }

    Draft draft() {
        Draft draft = new Draft().asksAdvice();
        if (match.over()) {
            return draft.fact("The match is over.").advise("Rest a minute, then start the next one.");
        }
        String situation = new ShooterAnswers(agent, match, now).situation();
        if (!situation.isEmpty()) {
            draft.fact("Now: " + situation + ".");
        } else if (!agent.rank().atLeast(Rank.SILVER)) {
            draft.fact("Nothing is decided at this moment.");
        }
        String now = urgent();
        draft.call(Wording.sentence(now));
        boolean expert = agent.expertIn(match.game());
        if (!agent.rank().atLeast(Rank.GOLD) && !expert) {
            return draft.advise(Wording.sentence(now));
        }
        List<String> steps = new ArrayList<>();
        steps.add(now);
        personal(steps);
        team(steps);
        for (int i = 0; i < Math.min(steps.size(), ORDER.size()); i++) {
            draft.advise(steps.size() == 1 ? Wording.sentence(now) : ORDER.get(i) + steps.get(i) + ".");
        }
        if (expert && game != null) {
            draft.expertise(game.expertiseIn(match.mode()));
        } else if (agent.specialist() && !expert && !match.game().isEmpty()) {
            draft.expertise(BuyAdvice.outsideField(agent, match.game()));
        }
        if (agent.has(Tool.OBSERVATION)) {
            draft.used(Tool.OBSERVATION, "Looked over the whole match.");
        }
        return draft.plan().foresee(new Outlook(match).foresight());
    }

    /// What comes before all else; begins in lower case and has no full stop.
    private String urgent() {
        Objective objective = match.objective();
        if (objective.planted()) {
            int left = Clock.secondsUntil(objective.endsAt(), now);
            String site = objective.zone().isEmpty() ? "the " + objective.kind() : objective.zone();
            if (objective.ours()) {
                return "hold " + site + " from two sides and let them come";
            }
            return objective.endsAt() != 0 && left <= 10
                    ? "save your weapon unless you are on the " + objective.kind() + " already"
                    : "retake " + site + " together"
                            + (objective.endsAt() == 0 ? "" : ", you have " + Wording.count(left, "second"));
        }
        Circle circle = match.circle();
        if (circle.outside()) {
            return "move " + Wording.count(circle.distance() == null ? 0 : circle.distance(), "meter")
                    + " into the circle, along cover";
        }
        Integer hp = match.body().hp();
        if (hp != null && hp <= 50) {
            return "heal behind cover: you have " + hp + " health";
        }
        if (match.squad().allOut()) {
            return "play for time: you are the last one";
        }
        if (match.purse().buying(now) && match.purse().means() != Purse.Means.UNKNOWN) {
            boolean last = match.rounds().theirMatchPoint();
            if (match.rounds().pistols() && match.purse().means() != Purse.Means.FULL) {
                return "spend what you have on armor or utility: everybody begins this round with little";
            }
            return switch (match.purse().means()) {
                case FULL -> "buy in full";
                case HALF -> last ? "spend everything" : "agree with the team whether you half buy or save";
                case SAVE, UNKNOWN -> last ? "spend everything" : "save your money";
            };
        }
        if (match.fights().drought() >= 3) {
            return "stop fighting alone: pair up with a teammate";
        }
        return switch (match.side().toLowerCase(Locale.ROOT)) {
            case "attack", "attackers", "t", "offense" -> "take space on one side, together, and keep the other quiet";
            case "defense", "defence", "defend", "defenders", "ct" ->
                "hold your angle, and fall back after first contact";
            default -> "play for the objective with a teammate beside you";
        };
    }

    private void personal(List<String> steps) {
        Fights fights = match.fights();
        String zone = fights.deathZones().top();
        String weapon = fights.deathWeapons().top();
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (zone != null && fights.deathZones().most() >= 2) {
            steps.add("leave " + zone + " to somebody else or enter it second: you died there "
                    + Wording.times(fights.deathZones().most()));
        } else if (known != null && fights.deathWeapons().most() >= 2) {
            steps.add("mind the " + weapon + ": it killed you "
                    + Wording.times(fights.deathWeapons().most()));
        } else if (fights.killWeapons().clear() && fights.killWeapons().most() >= 2) {
            steps.add("keep the " + fights.killWeapons().top() + ": it has "
                    + Wording.count(fights.killWeapons().most(), "kill"));
        }
    }

    private void team(List<String> steps) {
        List<String> out = match.squad().out();
        if (match.squad().allOut()) {
            return;
        }
        if (!out.isEmpty()) {
            steps.add("bring the others together before you fight: " + Wording.and(out)
                    + (out.size() == 1 ? " is" : " are") + " out");
        } else if (match.rounds().ourMatchPoint()) {
            steps.add("play match point like any other round, with no heroics");
        } else if (match.rounds().lossRun() >= 2) {
            steps.add("change the team's setup: the last " + match.rounds().lossRun() + " rounds went to them");
        } else {
            steps.add("say where you go before you go, so that somebody can trade you");
        }
    }
}
