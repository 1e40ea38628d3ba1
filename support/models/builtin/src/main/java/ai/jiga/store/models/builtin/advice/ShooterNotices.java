package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.match.Body;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Objective;
import ai.jiga.store.models.builtin.match.Purse;
import ai.jiga.store.models.builtin.match.Rounds;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is worth noticing in a shooter, after one event.
final class ShooterNotices {

    private static final int LOW_HEALTH = 30;
    private static final int PATTERN = 3;

    private final Agent agent;
    private final Match before;
    private final Shooter match;
    private final Signal signal;
    private final List<Notice> notices = new ArrayList<>();

    ShooterNotices(Agent agent, Match before, Shooter match, Signal signal) {
        this.agent = agent;
        this.before = before;
        this.match = match;
        this.signal = signal;
    }

    /// The notices, in order of the rules below.
    List<Notice> all() {
        switch (signal.kind()) {
            case MATCH_START -> started();
            case KILL -> kill();
            case DEATH -> death();
            case OBJECTIVE -> objective();
            case BUY_PHASE, ECONOMY -> buying();
            case ROUND_START -> roundStarted();
            case ROUND_END, SCORE -> scored();
            case HEALTH -> health();
            case AMMO -> ammo();
            case ZONE -> circle();
            case TEAM -> team();
            case MATCH_END -> ended();
            case ASSIST, SOUND, TIMER -> {}
            case GOAL, SHOT, POSSESSION, STAMINA, CARD, SUBSTITUTION, BOOST, HALFTIME -> {}
        }
        timers();
        return notices;
    }

    private void started() {
        String what = match.game().isEmpty() ? "The match" : match.game();
        String where = (match.mode().isEmpty() ? "" : " " + match.mode())
                + (match.map().isEmpty() ? "" : " on " + match.map());
        notices.add(Notice.note("MATCH_START", "", 0, true, what + where + " has begun.")
                .comment("Here we go: " + what + where + "."));
    }

    private void kill() {
        Fights fights = match.fights();
        int quick = fights.killsWithin(10_000, signal.at());
        if (quick >= 3) {
            notices.add(Notice.say("MULTI_KILL", "", 10, true, words(quick) + " kills within ten seconds.")
                    .comment(words(quick) + " kills in a flash.")
                    .call("Great. Reload behind cover."));
        }
        int streak = fights.streak();
        if (streak == 3 || streak == 5 || streak % 10 == 0) {
            notices.add(Notice.say("STREAK", "", 5, true, words(streak) + " kills without a death.")
                    .comment(words(streak) + " kills in a row now.")
                    .call(words(streak) + " in a row. Keep your cover."));
        }
        String weapon = signal.data().text("weapon");
        if (weapon != null
                && agent.has(Tool.SPECIALIST_DETECTION)
                && fights.killWeapons().of(weapon) == 5) {
            notices.add(Notice.note(
                    "WEAPON_PATTERN",
                    weapon,
                    0,
                    true,
                    "Pattern: the " + weapon + " has five of your " + fights.kills() + " kills."));
        }
    }

    private void death() {
        Fights fights = match.fights();
        String zone = signal.data().text("zone");
        if (zone != null && fights.deathZones().of(zone) >= PATTERN) {
            int times = fights.deathZones().of(zone);
            notices.add(Notice.warn("DEATH_ZONE", zone, 90, "That was death number " + times + " at " + zone + ".")
                    .advise("Go in another way, or second.")
                    .call("Not " + zone + " again. Go around.")
                    .comment(zone + " claims another one, the " + ordinal(times) + " by now.")
                    .team("Help at " + zone + ", please: we keep losing that fight."));
        }
        String by = signal.data().text("by");
        if (by != null && fights.killers().of(by) == PATTERN) {
            notices.add(Notice.say("NEMESIS", by, 120, false, by + " has killed you three times.")
                    .comment(by + " wins that duel for the third time.")
                    .call("Do not duel " + by + " alone."));
        }
        if (fights.drought() == 3) {
            notices.add(Notice.say("COLD_STREAK", "", 60, false, "Three deaths in a row without a kill.")
                    .comment("Three deaths in a row: time to slow down.")
                    .call("Slow down. Pair up."));
        }
        String weapon = signal.data().text("weapon");
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (weapon != null
                && known != null
                && agent.has(Tool.SPECIALIST_DETECTION)
                && fights.deathWeapons().of(weapon) == 2) {
            notices.add(Notice.warn("WEAPON_PATTERN", weapon, 120, "Pattern: the " + weapon + " has killed you twice.")
                    .advise(known.counter()));
        }
        if (agent.rank().atLeast(Rank.PLATINUM) && fights.repeatedDeathZone() != null && fights.drought() == 2) {
            notices.add(Notice.say("EXPECT", "", 60, false, new Outlook(match).foresight())
                    .call("They wait at " + fights.repeatedDeathZone() + "."));
        }
    }

    private void objective() {
        Objective now = match.objective();
        if (now.none()) {
            return;
        }
        String at = now.zone().isEmpty() ? "" : " at " + now.zone();
        int left = now.endsAt() == 0 ? 0 : Clock.secondsUntil(now.endsAt(), signal.at());
        String time = left == 0 ? "" : ", " + Wording.count(left, "second") + " left";
        String thing = Notices.objectiveLine(now) + at + time + ".";
        String site = now.zone().isEmpty() ? "" : " " + now.zone();
        switch (now.state()) {
            case "planted" -> {
                if (now.ours()) {
                    notices.add(Notice.say("OBJECTIVE_PLANTED", "", 5, true, thing)
                            .comment("The " + now.kind() + " is down" + at + ", and now they have to come.")
                            .call("Hold" + at + ". Do not peek.")
                            .team("Planted" + at + ": hold two sides, no peeking."));
                } else {
                    notices.add(Notice.warn("OBJECTIVE_PLANTED", "", 5, thing)
                            .advise("Retake together.")
                            .call("Retake" + site + " together.")
                            .comment("The " + now.kind() + " is down" + at + " and the clock is running.")
                            .team(Wording.capital(now.kind()) + " down" + at + (left == 0 ? "" : ", " + left + " s")
                                    + ": retake together."));
                }
            }
            case "captured", "defused", "exploded", "lost" -> {
                boolean good = now.ours() != (now.state().equals("lost"));
                notices.add(Notice.say("OBJECTIVE_" + now.state().toUpperCase(Locale.ROOT), "", 5, good, thing)
                        .comment(thing));
            }
            default -> notices.add(Notice.note("OBJECTIVE", now.state(), 15, now.ours(), thing));
        }
    }

    private void buying() {
        Purse purse = match.purse();
        if (purse.buying(signal.at())
                && !match.rounds().pistols()
                && purse.means() == Purse.Means.SAVE
                && purse.money() != null) {
            boolean all = match.rounds().theirMatchPoint();
            notices.add(Notice.warn(
                            "ECONOMY_LOW",
                            "",
                            30,
                            "You have " + Wording.grouped(purse.money()) + ": not enough for a half buy.")
                    .advise(
                            all
                                    ? "Spend it all the same: this round decides."
                                    : "Save, and buy with the team next round.")
                    .call(all ? "Spend everything." : "Save this round.")
                    .team(all ? "I am low on money." : "I am low: save together this round?"));
        }
    }

    private void roundStarted() {
        if (agent.rank().atLeast(Rank.PLATINUM)) {
            String attack = new Outlook(match).attack();
            if (!attack.isEmpty()) {
                notices.add(Notice.say("EXPECT", "", 60, false, attack)
                        .call("Expect " + match.objective().theirZones().top() + ".")
                        .team("They like " + match.objective().theirZones().top() + ": one more there, please."));
            }
        }
    }

    private void scored() {
        Rounds rounds = match.rounds();
        boolean changed = !(before instanceof Shooter then)
                || then.rounds().us() != rounds.us()
                || then.rounds().them() != rounds.them();
        if (!changed) {
            return;
        }
        String score = rounds.us() + "-" + rounds.them();
        int wins = rounds.us() - (before instanceof Shooter then ? then.rounds().us() : 0);
        int losses =
                rounds.them() - (before instanceof Shooter then ? then.rounds().them() : 0);
        if (wins + losses == 1 && wins * losses == 0) {
            round(wins == 1, score);
        } else {
            notices.add(Notice.note("SCORE", "", 3, rounds.us() >= rounds.them(), "The score is " + score + "."));
        }
        matchPoint(rounds, score);
        if (rounds.lossRun() == 3) {
            notices.add(Notice.say("LOSS_RUN", "", 60, false, "Three rounds lost in a row.")
                    .comment("Three lost in a row: something has to change.")
                    .call("Three lost. Change the setup.")
                    .team("Three lost: let us change the setup."));
        }
    }

    private void round(boolean won, String score) {
        notices.add(Notice.note("ROUND_END", "", 3, won, (won ? "Round won: " : "Round lost: ") + score + ".")
                .comment(won ? "The round is ours, " + score + "." : "That round goes to them, " + score + "."));
    }

    private void matchPoint(Rounds rounds, String score) {
        if (rounds.ourMatchPoint() && rounds.theirMatchPoint()) {
            notices.add(Notice.warn("MATCH_POINT", "both", 30, "The next round decides the match.")
                    .advise("Spend everything you have.")
                    .call("Last round. Spend everything.")
                    .plain(true)
                    .comment("It all comes down to the next round.")
                    .team("Last round: full buy, play together."));
        } else if (rounds.theirMatchPoint()) {
            notices.add(Notice.warn("MATCH_POINT", "them", 30, "They are at match point: " + score + ".")
                    .advise("Spend everything: there is nothing left to save for.")
                    .call("Match point for them. Spend everything.")
                    .comment("Match point against us.")
                    .team("Match point for them: full buy, play together."));
        } else if (rounds.ourMatchPoint()) {
            notices.add(Notice.say("MATCH_POINT", "us", 30, true, "Match point for us: " + score + ".")
                    .call("Match point. Nothing special now.")
                    .comment("Match point for us.")
                    .team("Match point: same as before, no heroics."));
        }
    }

    private void health() {
        Integer hp = match.body().hp();
        boolean already = before instanceof Shooter then
                && then.body().hp() != null
                && then.body().hp() <= LOW_HEALTH;
        if (hp != null && hp > 0 && hp <= LOW_HEALTH && !already) {
            notices.add(Notice.warn("LOW_HEALTH", "", 10, "You are at " + hp + " health.")
                    .advise("Fall back and heal.")
                    .call("Fall back. Heal."));
        }
    }

    private void ammo() {
        Body body = match.body();
        if (body.loaded() == null) {
            return;
        }
        if (body.reserve() != null && body.reserve() == 0 && body.loaded() <= 10) {
            notices.add(Notice.warn(
                            "LOW_AMMO",
                            "",
                            20,
                            (body.loaded() == 1 ? "Last round" : "Last " + Wording.count(body.loaded(), "round"))
                                    + ", and no reserve.")
                    .advise("Pick up another weapon.")
                    .call("Almost empty. Swap."));
        } else if (body.loaded() <= 5) {
            notices.add(Notice.note(
                    "RELOAD", "", 15, false, Wording.count(body.loaded(), "round") + " left in the weapon."));
        }
    }

    private void circle() {
        Integer distance = match.circle().distance();
        if (distance == null || distance == 0) {
            return;
        }
        int left = match.circle().endsAt() == 0
                ? 0
                : Clock.secondsUntil(match.circle().endsAt(), signal.at());
        notices.add(Notice.warn(
                        "OUTSIDE_CIRCLE",
                        "",
                        30,
                        "You are " + Wording.count(distance, "meter") + " outside the circle"
                                + (left == 0 ? "." : ", with " + Wording.span(left) + " left."))
                .advise("Move now, along cover.")
                .call("Move. " + distance + " meters.")
                .comment("The circle closes, and there are " + Wording.count(distance, "meter") + " to go.")
                .team("Rotate now, into the circle."));
    }

    private void team() {
        String player = signal.data().text("player");
        String state = signal.data().word("state");
        if (player == null) {
            return;
        }
        if (match.squad().allOut() && match.squad().states().size() > 1) {
            notices.add(Notice.warn("LAST_ALIVE", "", 20, "You are the last one.")
                    .advise("Play for time, and take them one by one.")
                    .call("Last one. Take your time.")
                    .comment("One player left against all of them."));
        } else if (state.equals("down") || state.equals("dead")) {
            notices.add(Notice.say("MATE_OUT", player, 20, false, player + " is " + state + ".")
                    .call(state.equals("down") ? player + " is down. Cover, then revive." : "")
                    .team(state.equals("down") ? player + " is down: cover first, then revive." : ""));
        }
    }

    private void ended() {
        String score = match.rounds().none()
                ? ""
                : " " + match.rounds().us() + "-" + match.rounds().them();
        Boolean won = match.won();
        String result = won == null
                ? "The match is over" + score + "."
                : won ? "You won" + score + "." : "You lost" + score + ".";
        Fights fights = match.fights();
        String line = result + " " + Wording.capital(Wording.count(fights.kills(), "kill")) + ", "
                + Wording.count(fights.deaths(), "death") + ", " + Wording.count(fights.assists(), "assist") + ".";
        notices.add(Notice.say("MATCH_END", "", 0, won != null && won, line)
                .comment(line)
                .call(result));
    }

    /// Time that runs out is noticed with whatever event comes next.
    private void timers() {
        Objective objective = match.objective();
        int left = Clock.secondsUntil(objective.endsAt(), signal.at());
        if (objective.planted() && objective.endsAt() != 0 && left > 0 && left <= 10) {
            notices.add(Notice.warn(
                            "TIMER_LOW",
                            "objective",
                            30,
                            Wording.count(left, "second") + " until the " + objective.kind() + " goes off.")
                    .advise(objective.ours() ? "Stay alive: you do not need another kill." : "Defuse now or get away.")
                    .call(objective.ours() ? "Stay alive." : "Now or never."));
        }
        int clock = Clock.secondsUntil(match.clock().endsAt(), signal.at());
        if (match.clock().endsAt() != 0 && clock > 0 && clock <= 15 && !objective.planted()) {
            notices.add(Notice.warn(
                            "TIMER_LOW",
                            match.clock().of(),
                            30,
                            Wording.count(clock, "second") + " left in this "
                                    + match.clock().of() + ".")
                    .advise("Decide now.")
                    .call(clock + " seconds. Decide now."));
        }
    }

    private static String words(int number) {
        return Wording.capital(Wording.word(number));
    }

    private static String ordinal(int number) {
        int last = number % 100;
        return number
                + (last >= 11 && last <= 13
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }
}
