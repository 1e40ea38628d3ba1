package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.agent.Type;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.match.Fights;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Sports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lessons drawn from patterns. A pattern is three of a kind: two may be chance.
final class Lessons {

    private static final int PATTERN = 3;

    private Lessons() {}

    /// A lesson that could be given.
    ///
    /// @param pattern what was seen
    /// @param mend what to change
    /// @param team how the team can help
    /// @param drill how to practise it, and how to tell that it worked
    record Topic(String title, String pattern, String mend, String team, String drill) {}

    /// The most pressing topic of a match, or null if no pattern has shown.
    static @Nullable Topic first(Match match) {
        List<Topic> topics = topics(match);
        return topics.isEmpty() ? null : topics.getFirst();
    }

    /// The most pressing topic that has not been taught yet.
    static @Nullable Topic next(Match match, List<String> taught) {
        return topics(match).stream()
                .filter(topic -> !taught.contains(topic.title()))
                .findFirst()
                .orElse(null);
    }

    /// The lesson as an agent of this rank gives it.
    static Act.Lesson give(Agent agent, Topic topic) {
        String basic = topic.pattern() + " " + topic.mend();
        return switch (agent.rank()) {
            case BRONZE, SILVER -> new Act.Lesson(topic.title(), basic, Act.Level.BASIC);
            case GOLD -> new Act.Lesson(topic.title(), basic + " " + topic.team(), Act.Level.STRATEGIC);
            case PLATINUM ->
                new Act.Lesson(topic.title(), basic + " " + topic.team() + " " + topic.drill(), Act.Level.MASTERY);
        };
    }

    private static List<Topic> topics(Match match) {
        return switch (match) {
            case Match.Idle none -> List.of();
            case Shooter shooter -> shooter(shooter);
            case Sports sports -> sports(sports);
        };
    }

    private static List<Topic> shooter(Shooter match) {
        Fights fights = match.fights();
        List<Topic> topics = new ArrayList<>();
        String zone = fights.deathZones().top();
        if (zone != null && fights.deathZones().most() >= PATTERN) {
            topics.add(new Topic(
                    "Taking " + zone + " another way",
                    "You died " + Wording.times(fights.deathZones().most()) + " at " + zone + ".",
                    "Enter from another side, or let a teammate go first and follow within two seconds.",
                    "Ask for a smoke or a flash there before anybody goes in.",
                    "Drill: for the next three entries, stop before " + zone
                            + " and count to two; it works when you die there at most once."));
        }
        String weapon = fights.deathWeapons().top();
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (weapon != null && known != null && fights.deathWeapons().most() >= PATTERN) {
            topics.add(new Topic(
                    "Fighting against " + known.plural(),
                    "The " + weapon + " killed you "
                            + Wording.times(fights.deathWeapons().most()) + ".",
                    known.counter(),
                    "Call out where it is, so that two of you take it from two sides.",
                    "Drill: in the next three fights against it, fire only from a spot you have not used yet; it works"
                            + " when you survive two of them."));
        }
        String killer = fights.killers().top();
        if (killer != null && fights.killers().most() >= PATTERN) {
            topics.add(new Topic(
                    "Dealing with " + killer,
                    killer + " killed you " + Wording.times(fights.killers().most()) + ".",
                    "Do not duel them alone: wait until they fight somebody else, then come from the side.",
                    "Agree with one teammate to look for them first.",
                    "Drill: after each death to them, say aloud where they stood; it works when you name it before"
                            + " they appear."));
        }
        if (fights.drought() >= 4) {
            topics.add(new Topic(
                    "Staying alive first",
                    "You died " + Wording.times(fights.drought()) + " in a row without a kill.",
                    "Take no fight alone for the next two minutes: stay within sight of a teammate.",
                    "Let the others open, and take the trade.",
                    "Drill: live for a whole minute three times in a row; kills come after that."));
        }
        return topics;
    }

    private static List<Topic> sports(Sports match) {
        List<Topic> topics = new ArrayList<>();
        if (match.run() <= -2) {
            topics.add(new Topic(
                    "After a goal against you",
                    "You conceded " + Wording.word(-match.run()) + " goals in a row.",
                    "Keep the ball for a minute after the restart instead of answering at once.",
                    "Hold one more player back until the shape is there again.",
                    "Drill: ten safe passes after each restart; it works when they get no shot in that minute."));
        }
        if (match.ourShots() >= 5 && match.ourShotsOnTarget() * 3 < match.ourShots()) {
            topics.add(new Topic(
                    "Choosing the shot",
                    match.ourShotsOnTarget() + " of your " + match.ourShots() + " shots were on target.",
                    "Pass once more before you shoot: from a better angle every second shot should be on target.",
                    "Bring a second player to the edge of the area to pass to.",
                    "Drill: for the rest of the half, shoot only inside the area; it works at one in two on target."));
        }
        return topics;
    }

    /// Whether an agent of this rank teaches at all.
    static boolean teaches(Agent agent) {
        return agent.rank().atLeast(Rank.SILVER) && agent.type() == Type.MENTOR && agent.has(Tool.LEARN);
    }
}
