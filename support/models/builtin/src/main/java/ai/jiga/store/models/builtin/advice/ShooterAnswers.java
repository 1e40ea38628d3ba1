package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.advice.Draft.Mood;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.intent.Intent;
import ai.jiga.store.models.builtin.match.Body;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Heard;
import ai.jiga.store.models.builtin.match.Objective;
import ai.jiga.store.models.builtin.match.Rounds;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers about a shooter.
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
            case STATUS -> status();
            case BUY -> new BuyAdvice(agent, match, game, now).draft();
            case DIED_WHERE -> diedWhere();
            case KILLED_BY -> killedBy();
            case BEST_WEAPON -> bestWeapon();
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

    private Draft status() {
        Fights fights = match.fights();
        Draft draft = new Draft();
        if (fights.none() && match.rounds().none()) {
            return draft.fact("The match is on, but I have seen no kill and no death of yours yet.")
                    .call("Nothing yet.");
        }
        draft.fact("You have " + Wording.count(fights.kills(), "kill") + ", " + Wording.count(fights.deaths(), "death")
                + " and " + Wording.count(fights.assists(), "assist") + ".");
        draft.fact(scoreLine());
        draft.mood(mood())
                .call(Wording.capital(Wording.count(fights.kills(), "kill")) + ", "
                        + Wording.count(fights.deaths(), "death") + ". " + shortAdvice());
        if (agent.has(Tool.OBSERVATION)) {
            details(draft, fights);
        }
        draft.advise(advice());
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

    private Draft diedWhere() {
        Draft draft = new Draft();
        if (!agent.has(Tool.OBSERVATION)) {
            return draft.fact(Answers.lacks(Tool.OBSERVATION))
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

    private Draft killedBy() {
        Fights fights = match.fights();
        Draft draft = new Draft();
        if (fights.deaths() == 0) {
            return draft.fact("Nothing has killed you yet.").call("Nothing yet.");
        }
        if (!agent.has(Tool.OBSERVATION)) {
            return draft.fact(Answers.lacks(Tool.OBSERVATION))
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

    private Draft bestWeapon() {
        Tally weapons = match.fights().killWeapons();
        Draft draft = new Draft().asksAdvice();
        if (!agent.has(Tool.OBSERVATION) && !agent.has(Tool.SPECIALIST_DETECTION)) {
            return draft.fact(Answers.lacks(Tool.OBSERVATION)).fact("I cannot compare your weapons.");
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
        return draft.together(outlook.mates()).foresee(outlook.foresight());
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
        String line = scoreLine();
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

    private String scoreLine() {
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

    private static String lower(String sentence) {
        return sentence.startsWith("I ") ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
