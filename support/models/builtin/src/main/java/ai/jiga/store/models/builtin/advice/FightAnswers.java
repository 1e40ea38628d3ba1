package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.advice.Draft.Mood;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Tally;
import org.jspecify.annotations.Nullable;

/// Answers about the player's own kills and deaths.
final class FightAnswers {

    private final Agent agent;
    private final Shooter match;
    private final @Nullable Game game;
    private final Outlook outlook;

    FightAnswers(Agent agent, Shooter match, @Nullable Game game) {
        this.agent = agent;
        this.match = match;
        this.game = game;
        this.outlook = new Outlook(match);
    }

    Draft status() {
        Fights fights = match.fights();
        Draft draft = new Draft();
        if (fights.none() && match.rounds().none()) {
            return draft.fact("The match is on, but I have seen no kill and no death of yours yet.")
                    .call("Nothing yet.");
        }
        draft.fact("You have " + Wording.count(fights.kills(), "kill") + ", " + Wording.count(fights.deaths(), "death")
                + " and " + Wording.count(fights.assists(), "assist") + ".");
        draft.fact(ShooterAnswers.scoreLine(match));
        draft.mood(mood())
                .call(Wording.capital(Wording.count(fights.kills(), "kill")) + ", "
                        + Wording.count(fights.deaths(), "death") + ". " + shortAdvice());
        if (agent.has(Tool.OBSERVATION)) {
            details(draft, fights);
        }
        draft.advise(advice());
        if (match.over()) {
            return draft;
        }
        weaponExpertise(draft);
        draft.together(outlook.team()).foresee(outlook.foresight());
        String zone = fights.deathZones().top();
        if (zone != null) {
            draft.ask("Think back: what did you see just before you died at " + zone + "?");
        } else if (fights.deaths() > 0) {
            draft.ask("Think back: what did you see just before your last death?");
        }
        return draft;
    }

    private void details(Draft draft, Fights fights) {
        int plain = draft.facts();
        if (fights.headshots() > 0) {
            draft.fact(
                    fights.headshots() == fights.kills()
                            ? (fights.kills() == 1 ? "It was a headshot." : "All were headshots.")
                            : Wording.capital(Wording.word(fights.headshots())) + " of your kills "
                                    + (fights.headshots() == 1 ? "was a headshot." : "were headshots."));
        }
        if (fights.killWeapons().clear() && fights.killWeapons().most() > 1) {
            draft.fact("Your best weapon is the " + fights.killWeapons().top() + " with "
                    + Wording.count(fights.killWeapons().most(), "kill") + ".");
        }
        if (fights.deathZones().clear() && fights.deathZones().most() > 1) {
            draft.fact("You died most at " + fights.deathZones().top() + ": "
                    + Wording.share(fights.deathZones().most(), fights.deaths(), "death") + ".");
        }
        if (draft.facts() > plain) {
            draft.used(Tool.OBSERVATION, "Looked up headshots, weapons and zones.");
        }
    }

    private Mood mood() {
        Fights fights = match.fights();
        if (match.over() && match.won() != null) {
            return match.won() ? Mood.GOOD : Mood.BAD;
        }
        if (fights.drought() >= 3 || fights.kills() * 2 <= fights.deaths() && fights.deaths() > 1) {
            return Mood.BAD;
        }
        return fights.kills() >= 2 * Math.max(1, fights.deaths()) && fights.kills() > 1 ? Mood.GOOD : Mood.EVEN;
    }

    private String advice() {
        Fights fights = match.fights();
        if (match.over()) {
            return "Take a short break before the next one.";
        }
        if (fights.drought() >= 3) {
            return "Slow down: take the next fight only with a teammate beside you.";
        }
        if (fights.deaths() > fights.kills()) {
            String zone = fights.deathZones().clear() ? fights.deathZones().top() : null;
            return zone == null || fights.deathZones().most() < 2
                    ? "Let them come to you for a while: fight from cover, and only when you see them first."
                    : "Change your way into " + zone + ", or let somebody else go first.";
        }
        if (fights.kills() + fights.deaths() < 3) {
            return "It is early: play the next fights in pairs, and trade.";
        }
        if (fights.kills() >= 2 * Math.max(1, fights.deaths())) {
            return "You win your fights: take more of them where the objective is.";
        }
        return "You are about even: play the next fights in pairs, and trade.";
    }

    private String shortAdvice() {
        Fights fights = match.fights();
        return fights.drought() >= 3
                ? "Slow down, pair up."
                : fights.deaths() > fights.kills() ? "Fight from cover." : "Keep going.";
    }

    Draft diedWhere() {
        Draft draft = new Draft();
        if (!agent.has(Tool.OBSERVATION)) {
            return draft.lacks(Tool.OBSERVATION)
                    .fact(
                            match.fights().deaths() == 0
                                    ? "As far as I know you have not died yet."
                                    : "You died " + Wording.times(match.fights().deaths())
                                            + "; I warn you of a pattern, but I keep no list of places.")
                    .call("I do not track places.");
        }
        Tally zones = match.fights().deathZones();
        if (zones.empty()) {
            return draft.fact(
                            match.fights().deaths() == 0
                                    ? "You have not died yet."
                                    : "The game told me of "
                                            + Wording.count(match.fights().deaths(), "death") + ", but not where.")
                    .call("I do not know where.");
        }
        draft.used(Tool.OBSERVATION, "Looked up deaths by zone.");
        boolean clear = zones.clear();
        draft.fact(
                match.fights().deaths() == 1
                        ? "You died once, at " + zones.top() + "."
                        : clear
                                ? "You died most at " + zones.top() + ": "
                                        + Wording.share(
                                                zones.most(), match.fights().deaths(), "death") + "."
                                : "No place stands out: " + Wording.top(zones) + " with "
                                        + Wording.count(zones.most(), "death") + " each.");
        String zone = zones.top();
        if (clear && zones.most() > 1) {
            draft.advise("Come from another side, or wait for a teammate to go in first.")
                    .ask("What were you looking at when you walked into " + zone + "?")
                    .together("Ask for a smoke on " + zone + " before you go.")
                    .call("Avoid " + zone + ". Go around.");
        } else {
            draft.advise("It is not one place, so look at how you enter: check the corner before you cross.")
                    .call("No single spot. Check your corners.");
        }
        weaponExpertise(draft);
        return draft.foresee(outlook.foresight());
    }

    Draft killedBy() {
        Fights fights = match.fights();
        Draft draft = new Draft();
        if (fights.deaths() == 0) {
            return draft.fact("Nothing has killed you yet.").call("Nothing yet.");
        }
        if (!agent.has(Tool.OBSERVATION)) {
            return draft.lacks(Tool.OBSERVATION)
                    .fact("You died " + Wording.times(fights.deaths())
                            + "; I warn you of a pattern, but I keep no list of weapons.");
        }
        Tally weapons = fights.deathWeapons();
        if (weapons.empty() && fights.killers().empty()) {
            return draft.fact("The game did not say what killed you.");
        }
        draft.used(Tool.OBSERVATION, "Looked up deaths by weapon and player.");
        if (!weapons.empty()) {
            draft.fact(
                    fights.deaths() == 1
                            ? "The " + weapons.top() + " killed you; it is your only death so far."
                            : weapons.clear()
                                    ? "The " + weapons.top() + " killed you most: "
                                            + Wording.share(weapons.most(), fights.deaths(), "death") + "."
                                    : "No weapon stands out: " + Wording.top(weapons) + " with "
                                            + Wording.count(weapons.most(), "kill") + " on you each.");
        }
        String killer = fights.killers().clear() ? fights.killers().top() : null;
        if (killer != null && (weapons.empty() || fights.killers().most() > 1)) {
            draft.fact(killer + " killed you " + Wording.times(fights.killers().most()) + ".");
        }
        String weapon = weapons.top();
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (known != null) {
            draft.advise(known.counter()).call(known.counter());
        } else if (killer != null) {
            draft.advise("Do not duel " + killer + " alone.").call("Do not duel " + killer + " alone.");
        } else {
            draft.advise("Watch the kill feed, and do not fight alone.").call("Do not fight alone.");
        }
        return draft.foresee(outlook.foresight())
                .ask("Where did you stand when it hit you, and who could see you there?");
    }

    Draft bestWeapon() {
        Tally weapons = match.fights().killWeapons();
        Draft draft = new Draft().asksAdvice();
        if (!agent.has(Tool.OBSERVATION) && !agent.has(Tool.SPECIALIST_DETECTION)) {
            return draft.lacks(Tool.OBSERVATION).fact("I cannot compare your weapons.");
        }
        if (weapons.empty()) {
            return draft.fact("I have not seen a kill with a named weapon yet, so I cannot compare.");
        }
        draft.used(
                agent.has(Tool.OBSERVATION) ? Tool.OBSERVATION : Tool.SPECIALIST_DETECTION, "Compared your weapons.");
        draft.fact(
                match.fights().kills() == 1
                        ? "You have one kill so far, with the " + weapons.top() + "."
                        : weapons.clear()
                                ? "The " + weapons.top() + " works best for you so far: "
                                        + Wording.share(
                                                weapons.most(), match.fights().kills(), "kill") + "."
                                : "No weapon stands out yet: " + Wording.top(weapons) + " with "
                                        + Wording.count(weapons.most(), "kill") + " each.");
        draft.advise(
                        match.fights().kills() == 1
                                ? "That is too little to judge by: keep what you shoot best."
                                : weapons.clear()
                                        ? "Stay with it for the rest of the match."
                                        : "Settle on one of them.")
                .call(weapons.clear() ? "Keep the " + weapons.top() + "." : "Pick one weapon.");
        weaponExpertise(draft);
        return draft;
    }

    private void weaponExpertise(Draft draft) {
        String weapon = match.fights().deathWeapons().top();
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (known != null && match.fights().deathWeapons().most() >= 2) {
            draft.expertise("Against " + known.plural() + ", " + lower(known.counter()));
        }
        if (game != null && (agent.expertIn(game.name()))) {
            draft.expertise(game.expertiseIn(match.mode()));
        }
    }

    private static String lower(String sentence) {
        return sentence.startsWith("I ") ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
