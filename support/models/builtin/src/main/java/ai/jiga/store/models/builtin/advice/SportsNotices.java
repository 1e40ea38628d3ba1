package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Signal;
import ai.jiga.store.models.builtin.match.Sports;
import java.util.ArrayList;
import java.util.List;

/// What is worth noticing in a sports game, after one event.
final class SportsNotices {

    private final Match before;
    private final Sports match;
    private final Signal signal;
    private final List<Notice> notices = new ArrayList<>();

    SportsNotices(Match before, Sports match, Signal signal) {
        this.before = before;
        this.match = match;
        this.signal = signal;
    }

    List<Notice> all() {
        switch (signal.kind()) {
            case MATCH_START -> {
                String what = match.game().isEmpty() ? "The match" : match.game();
                notices.add(Notice.note("MATCH_START", "", 0, true, what + " has kicked off.")
                        .comment("And we are off in " + (match.game().isEmpty() ? "this match" : what) + "."));
            }
            case GOAL -> goal();
            case STAMINA -> stamina();
            case CARD -> card();
            case POSSESSION -> possession();
            case BOOST -> boost();
            case HALFTIME ->
                notices.add(Notice.say("HALFTIME", "", 0, match.us() >= match.them(), "Half-time: " + score() + ".")
                        .plain(match.us() == match.them())
                        .comment("Half-time, and it stands " + score() + ".")
                        .call("Half-time, " + score() + ". Breathe."));
            case SUBSTITUTION -> substitution();
            case MATCH_END -> ended();
            case SHOT, SCORE, TIMER -> {}
            case KILL, DEATH, ASSIST, OBJECTIVE, ECONOMY, BUY_PHASE, ROUND_START, ROUND_END, HEALTH, AMMO -> {}
            case SOUND, ZONE, TEAM -> {}
        }
        timers();
        return notices;
    }

    private String score() {
        return match.us() + "-" + match.them();
    }

    private void goal() {
        boolean counted = !(before instanceof Sports then) || then.us() != match.us() || then.them() != match.them();
        if (!counted) {
            return;
        }
        boolean ours = match.run() > 0;
        String minute = signal.data().number("minute") == null ? "" : " in minute " + match.minute();
        String scorer = signal.data().text("scorer");
        if (ours) {
            notices.add(Notice.say("GOAL", "", 3, true, "Goal for you" + minute + ": " + score() + ".")
                    .comment((scorer == null ? "Goal" : scorer + " scores") + minute + ", it is " + score() + ".")
                    .call("Good goal. Keep your shape."));
        } else {
            notices.add(Notice.say("GOAL_AGAINST", "", 3, false, "Goal for them" + minute + ": " + score() + ".")
                    .comment((scorer == null ? "They score" : scorer + " scores for them") + minute + ", it is "
                            + score() + ".")
                    .call("Heads up. Keep the ball now."));
        }
        if (match.run() <= -2) {
            notices.add(
                    Notice.warn("CONCEDING", "", 60, "They scored the last " + Wording.word(-match.run()) + " goals.")
                            .advise("Keep the ball for a minute, and hold one more player back.")
                            .call("Calm it down. Keep the ball.")
                            .team("Calm it down: keep the ball, one more back."));
        } else if (match.run() == 3) {
            notices.add(Notice.say("GOAL_RUN", "", 60, true, "Three goals in a row for you.")
                    .comment("Three in a row."));
        }
    }

    private void stamina() {
        String player = signal.data().text("player");
        Integer percent = player == null ? null : match.stamina().get(player);
        if (player != null && percent != null && percent <= SportsAnswers.TIRED) {
            notices.add(Notice.warn("LOW_STAMINA", player, 300, player + " is down to " + percent + "% stamina.")
                    .advise("Substitute " + player + " at the next stop.")
                    .call("Take " + player + " off.")
                    .comment(player + " is running on empty."));
        }
    }

    private void card() {
        String player = signal.data().text("player");
        boolean ours = signal.data().ours("by");
        String color = signal.data().word("color");
        String name = player == null ? (ours ? "your player" : "their player") : player;
        if (color.equals("red") && ours) {
            notices.add(Notice.warn("RED_CARD", name, 60, "Red card for " + name + ": you are one short.")
                    .advise("Close the middle, and give up the wings.")
                    .call("One short. Close the middle.")
                    .comment("Red card for " + name + ", and they play on one short.")
                    .team("One short: close the middle."));
        } else if (color.equals("red")) {
            notices.add(Notice.say("RED_CARD_THEM", name, 60, true, "Red card for " + name + ": they are one short.")
                    .call("They are one short. Use the width.")
                    .comment("Red card for " + name + " on the other side."));
        } else if (color.equals("yellow")
                && ours
                && player != null
                && match.yellow().of(player) == 1) {
            notices.add(Notice.say("YELLOW_CARD", name, 60, false, name + " is booked.")
                    .call("No tackles with " + name + ".")
                    .comment(name + " goes into the book."));
        }
    }

    private void possession() {
        Integer percent = match.possession();
        if (percent != null && percent < 35) {
            notices.add(Notice.warn("LOW_POSSESSION", "", 600, "You have only " + percent + "% of the ball.")
                    .advise("Two safe passes before each forward one.")
                    .call("Hold the ball longer."));
        }
    }

    private void boost() {
        Integer boost = match.boost();
        boolean already = before instanceof Sports then && then.boost() != null && then.boost() <= 10;
        if (boost != null && boost <= 10 && !already) {
            notices.add(Notice.warn("LOW_BOOST", "", 20, "Boost is at " + boost + "%.")
                    .advise("Take small pads on your way back.")
                    .call("Low boost. Small pads."));
        }
    }

    private void substitution() {
        String out = signal.data().text("out");
        String in = signal.data().text("in");
        if (out != null && in != null) {
            notices.add(Notice.note("SUBSTITUTION", in, 5, true, in + " comes on for " + out + ".")
                    .comment(in + " comes on for " + out + "."));
        }
    }

    private void ended() {
        Boolean won = match.won();
        String result = won == null
                ? "Full time: " + score() + "."
                : won
                        ? "Full time, you won " + score() + "."
                        : "Full time, " + (match.us() == match.them() ? "it ended " : "you lost ") + score() + ".";
        notices.add(Notice.say("MATCH_END", "", 0, won != null && won, result)
                .comment(result)
                .call(result));
    }

    private void timers() {
        int left = Clock.secondsUntil(match.clock().endsAt(), signal.at());
        if (match.clock().endsAt() != 0 && left > 0 && left <= 30) {
            notices.add(Notice.warn(
                            "TIMER_LOW",
                            match.clock().of(),
                            60,
                            Wording.count(left, "second") + " left: " + score() + ".")
                    .advise(
                            match.us() > match.them()
                                    ? "Keep the ball away from your goal."
                                    : "Shoot at the next chance.")
                    .call(match.us() > match.them() ? "Play it safe." : "Shoot now."));
        }
        boolean late = match.minute() >= 85 && (!(before instanceof Sports then) || then.minute() < 85);
        if (late && !match.over()) {
            String fact = match.us() == match.them()
                    ? "Minute " + match.minute() + ", and it is level."
                    : "Minute " + match.minute() + ", and you " + (match.us() > match.them() ? "lead " : "trail ")
                            + score() + ".";
            notices.add(Notice.say("LATE", "", 600, match.us() >= match.them(), fact)
                    .call(match.us() > match.them() ? "Lead late. Keep the ball." : "Late. One more forward."));
        }
    }
}
