package ai.jiga.store.models.builtin.match;

import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What is known about the match being played.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Match.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Shooter.class, name = "shooter"),
    @JsonSubTypes.Type(value = Sports.class, name = "sports")
})
public sealed interface Match permits Match.Idle, Shooter, Sports {

    Idle NONE = new Idle();

    /// The match after an event. A new match begins with [EventKind#MATCH_START], or by itself with the first event
    /// that belongs to one.
    Match after(Signal signal);

    /// Nothing has been heard of a match yet.
    record Idle() implements Match {
        @Override
        public Match after(Signal signal) {
            return switch (signal.kind()) {
                case MATCH_START -> begin(signal);
                case MATCH_END -> this;
                case KILL, DEATH, ASSIST, OBJECTIVE, ECONOMY, BUY_PHASE, ROUND_START, ROUND_END, SCORE, HEALTH ->
                    Shooter.unannounced().after(signal);
                case AMMO, SOUND, ZONE, TIMER, TEAM -> Shooter.unannounced().after(signal);
                case GOAL, SHOT, POSSESSION, STAMINA, CARD, SUBSTITUTION, BOOST, HALFTIME ->
                    Sports.unannounced().after(signal);
            };
        }
    }

    /// The match that a [EventKind#MATCH_START] announces.
    static Match begin(Signal signal) {
        EventData data = signal.data();
        Game game = Games.find(data.textOrEmpty("game"));
        boolean sports = game == null ? data.word("genre").equals("sports") : game.sports();
        return sports ? Sports.started(data, game) : Shooter.started(data, game);
    }
}
