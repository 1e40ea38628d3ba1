package ai.jiga.store.models.builtin.match;

import ai.jiga.store.models.builtin.game.Game;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A match of a sports game.
///
/// @param minute the latest minute that an event named; 0 if none has
/// @param run goals in a row by the side that scored last: ours above 0, theirs below
/// @param possession ours in percent; null if unknown
/// @param stamina players of ours on the field and their stamina in percent; at most 14
/// @param yellow yellow cards of our players
/// @param boost percent; null if unknown
/// @param half 1 or 2
public record Sports(
        String game,
        String mode,
        Game.@Nullable Style style,
        int us,
        int them,
        int minute,
        int run,
        Tally scorers,
        int ourShots,
        int theirShots,
        int ourShotsOnTarget,
        @Nullable Integer possession,
        SortedMap<String, Integer> stamina,
        Tally yellow,
        int ourReds,
        int theirReds,
        int substitutions,
        @Nullable Integer boost,
        int half,
        Clock clock,
        boolean over,
        @Nullable Boolean won)
        implements Match {

    private static final int MOST_PLAYERS = 14;

    public Sports {
        stamina = Collections.unmodifiableSortedMap(new TreeMap<>(stamina));
    }

    static Sports unannounced() {
        return new Draft().build();
    }

    static Sports started(EventData data, @Nullable Game game) {
        Draft draft = new Draft();
        draft.game = game == null ? data.textOrEmpty("game") : game.name();
        draft.mode = data.textOrEmpty("mode");
        draft.style = game == null ? null : game.style();
        return draft.build();
    }

    /// The player with the least stamina, or null if none is known; of equals the first in the alphabet.
    public @Nullable String mostTired() {
        String tired = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, Integer> entry : stamina.entrySet()) {
            if (entry.getValue() < least) {
                least = entry.getValue();
                tired = entry.getKey();
            }
        }
        return tired;
    }

    public boolean none() {
        return us == 0 && them == 0 && ourShots == 0 && theirShots == 0 && minute == 0;
    }

    @Override
    public Match after(Signal signal) {
        EventData data = signal.data();
        Draft draft = new Draft(this);
        Integer now = data.number("minute");
        if (now != null && now <= 150) {
            draft.minute = Math.max(minute, now);
        }
        switch (signal.kind()) {
            case MATCH_START -> {
                return Match.begin(signal);
            }
            case GOAL -> goal(draft, data);
            case SHOT -> shot(draft, data);
            case POSSESSION -> {
                Integer percent = data.percent("percent");
                draft.possession = percent == null ? possession : percent;
            }
            case STAMINA -> tire(draft, data);
            case CARD -> card(draft, data);
            case SUBSTITUTION -> substitute(draft, data);
            case BOOST -> {
                Integer percent = data.percent("percent");
                draft.boost = percent == null ? boost : percent;
            }
            case HALFTIME -> draft.half = 2;
            case SCORE -> {
                Integer ours = data.number("us");
                Integer theirs = data.number("them");
                if (ours != null && theirs != null) {
                    draft.us = ours;
                    draft.them = theirs;
                }
            }
            case TIMER -> draft.clock = clock.changed(signal, "match");
            case MATCH_END -> {
                draft.over = true;
                draft.won = data.flag("won");
                draft.clock = Clock.NONE;
            }
            case KILL, DEATH, ASSIST, OBJECTIVE, ECONOMY, BUY_PHASE, ROUND_START, ROUND_END, HEALTH, AMMO -> {}
            case SOUND, ZONE, TEAM -> {}
        }
        return draft.build();
    }

    private void goal(Draft draft, EventData data) {
        if (data.ours("by")) {
            draft.us = us + 1;
            draft.run = Math.max(run, 0) + 1;
            draft.scorers = scorers.plus(data.text("scorer"));
        } else if (data.word("by").equals("them")) {
            draft.them = them + 1;
            draft.run = Math.min(run, 0) - 1;
        }
    }

    private void shot(Draft draft, EventData data) {
        if (data.ours("by")) {
            draft.ourShots = ourShots + 1;
            draft.ourShotsOnTarget = ourShotsOnTarget + (Boolean.TRUE.equals(data.flag("onTarget")) ? 1 : 0);
        } else if (data.word("by").equals("them")) {
            draft.theirShots = theirShots + 1;
        }
    }

    private void tire(Draft draft, EventData data) {
        String player = data.text("player");
        Integer percent = data.percent("percent");
        if (player == null || percent == null) {
            return;
        }
        if (stamina.containsKey(player) || stamina.size() < MOST_PLAYERS) {
            draft.stamina.put(player, percent);
        }
    }

    private void card(Draft draft, EventData data) {
        boolean ours = data.ours("by");
        String player = data.text("player");
        switch (data.word("color")) {
            case "red" -> {
                draft.ourReds = ourReds + (ours ? 1 : 0);
                draft.theirReds = theirReds + (data.word("by").equals("them") ? 1 : 0);
                if (ours && player != null) {
                    draft.stamina.remove(player);
                }
            }
            case "yellow" -> draft.yellow = ours ? yellow.plus(player) : yellow;
            default -> {}
        }
    }

    private void substitute(Draft draft, EventData data) {
        String out = data.text("out");
        String in = data.text("in");
        if (out == null || in == null) {
            return;
        }
        draft.stamina.remove(out);
        if (draft.stamina.size() < MOST_PLAYERS) {
            draft.stamina.put(in, 100);
        }
        draft.substitutions = substitutions + 1;
    }

    /// The next state while it is being worked out: one event changes few of many fields.
    private static final class Draft {
        private String game = "";
        private String mode = "";
        private Game.@Nullable Style style;
        private int us;
        private int them;
        private int minute;
        private int run;
        private Tally scorers = Tally.EMPTY;
        private int ourShots;
        private int theirShots;
        private int ourShotsOnTarget;
        private @Nullable Integer possession;
        private final SortedMap<String, Integer> stamina = new TreeMap<>();
        private Tally yellow = Tally.EMPTY;
        private int ourReds;
        private int theirReds;
        private int substitutions;
        private @Nullable Integer boost;
        private int half = 1;
        private Clock clock = Clock.NONE;
        private boolean over;
        private @Nullable Boolean won;

        Draft() {}

        Draft(Sports from) {
            game = from.game;
            mode = from.mode;
            style = from.style;
            us = from.us;
            them = from.them;
            minute = from.minute;
            run = from.run;
            scorers = from.scorers;
            ourShots = from.ourShots;
            theirShots = from.theirShots;
            ourShotsOnTarget = from.ourShotsOnTarget;
            possession = from.possession;
            stamina.putAll(from.stamina);
            yellow = from.yellow;
            ourReds = from.ourReds;
            theirReds = from.theirReds;
            substitutions = from.substitutions;
            boost = from.boost;
            half = from.half;
            clock = from.clock;
            over = from.over;
            won = from.won;
        }

        Sports build() {
            return new Sports(
                    game,
                    mode,
                    style,
                    us,
                    them,
                    minute,
                    run,
                    scorers,
                    ourShots,
                    theirShots,
                    ourShotsOnTarget,
                    possession,
                    stamina,
                    yellow,
                    ourReds,
                    theirReds,
                    substitutions,
                    boost,
                    half,
                    clock,
                    over,
                    won);
        }
    }
}
