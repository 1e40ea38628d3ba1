package ai.jiga.store.models.builtin.match;

import ai.jiga.store.models.builtin.game.Game;
import org.jspecify.annotations.Nullable;

/// A match of a shooter, or of any other game in which one fights and dies.
///
/// @param game the game's name as we write it, or as the game wrote it if we do not know it; may be empty
/// @param over whether it has ended
/// @param won how it ended; null if unknown or not over
public record Shooter(
        String game,
        String mode,
        String map,
        String side,
        Fights fights,
        Rounds rounds,
        Purse purse,
        Body body,
        Objective objective,
        Circle circle,
        Clock clock,
        Squad squad,
        Heard heard,
        boolean over,
        @Nullable Boolean won)
        implements Match {

    static Shooter unannounced() {
        return begin("", "", "", "", 0, false, 0, 0);
    }

    static Shooter started(EventData data, @Nullable Game game) {
        String mode = data.textOrEmpty("mode");
        Integer toWin = data.number("toWin");
        Integer full = data.number("fullBuy");
        Integer half = data.number("halfBuy");
        Game.Prices known = game == null ? Game.Prices.NONE : game.pricesIn(mode);
        int fullBuy = full == null ? known.full() : full;
        int needed = toWin == null ? (game == null ? 0 : game.toWinIn(mode)) : toWin;
        return begin(
                game == null ? data.textOrEmpty("game") : game.name(),
                mode,
                data.textOrEmpty("map"),
                data.textOrEmpty("side"),
                needed,
                game != null && game.overtime(needed),
                fullBuy,
                half != null ? half : full != null ? full / 2 : known.half());
    }

    private static Shooter begin(
            String game, String mode, String map, String side, int toWin, boolean overtime, int full, int half) {
        return new Shooter(
                game,
                mode,
                map,
                side,
                Fights.NONE,
                new Rounds(0, 0, 0, 0, 0, toWin, overtime),
                new Purse(null, null, 0, full, half),
                Body.UNKNOWN,
                Objective.NONE,
                Circle.NONE,
                Clock.NONE,
                Squad.NONE,
                Heard.NOTHING,
                false,
                null);
    }

    @Override
    public Match after(Signal signal) {
        EventData data = signal.data();
        return switch (signal.kind()) {
            case MATCH_START -> Match.begin(signal);
            case KILL -> with(fights.kill(signal));
            case DEATH -> with(fights.death(signal)).with(body.reborn());
            case ASSIST -> with(fights.assist());
            case OBJECTIVE -> with(objective.changed(signal));
            case ECONOMY -> with(purse.changed(data));
            case BUY_PHASE -> with(purse.buying(signal));
            case ROUND_START -> newRound(signal);
            case ROUND_END ->
                with(rounds.ended(data))
                        .with(objective.cleared())
                        .with(purse.paidOut())
                        .with(Clock.NONE);
            case SCORE -> with(rounds.scored(data));
            case HEALTH -> with(body.health(data));
            case AMMO -> with(body.ammo(data));
            case SOUND -> with(Heard.of(signal));
            case ZONE -> with(Circle.of(signal));
            case TIMER -> with(clock.changed(signal, "match"));
            case TEAM -> with(squad.changed(data));
            case MATCH_END -> ended(data.flag("won"));
            case GOAL, SHOT, POSSESSION, STAMINA, CARD, SUBSTITUTION, BOOST, HALFTIME -> this;
        };
    }

    private Shooter newRound(Signal signal) {
        String now = signal.data().text("side");
        Shooter next = with(rounds.started(signal.data()))
                .with(objective.cleared())
                .with(Clock.NONE.changed(signal, "round"))
                .with(squad.revived())
                .with(Body.UNKNOWN);
        return now == null ? next : next.onSide(now);
    }

    private Shooter with(Fights next) {
        return new Shooter(
                game, mode, map, side, next, rounds, purse, body, objective, circle, clock, squad, heard, over, won);
    }

    private Shooter with(Rounds next) {
        return new Shooter(
                game, mode, map, side, fights, next, purse, body, objective, circle, clock, squad, heard, over, won);
    }

    private Shooter with(Purse next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, next, body, objective, circle, clock, squad, heard, over, won);
    }

    private Shooter with(Body next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, next, objective, circle, clock, squad, heard, over, won);
    }

    private Shooter with(Objective next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, body, next, circle, clock, squad, heard, over, won);
    }

    private Shooter with(Circle next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, body, objective, next, clock, squad, heard, over, won);
    }

    private Shooter with(Clock next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, body, objective, circle, next, squad, heard, over, won);
    }

    private Shooter with(Squad next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, body, objective, circle, clock, next, heard, over, won);
    }

    private Shooter with(Heard next) {
        return new Shooter(
                game, mode, map, side, fights, rounds, purse, body, objective, circle, clock, squad, next, over, won);
    }

    private Shooter onSide(String next) {
        return new Shooter(
                game, mode, map, next, fights, rounds, purse, body, objective, circle, clock, squad, heard, over, won);
    }

    private Shooter ended(@Nullable Boolean result) {
        return new Shooter(
                game,
                mode,
                map,
                side,
                fights,
                rounds,
                purse,
                body,
                objective.cleared(),
                Circle.NONE,
                Clock.NONE,
                squad,
                heard,
                true,
                result);
    }
}
