package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.match.EventKind;
import ai.jiga.store.models.builtin.match.Heard;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Objective;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Signal;
import ai.jiga.store.models.builtin.match.Sports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an agent does by itself when something happens in the match: warnings for everybody, events with event
/// detection, words from those who speak, messages to the team from Gold up, lessons from Mentors. What costs DOF comes
/// once per event and with a pause after it.
public final class Notices {

    private static final int PAUSE_CHAT = 20;
    private static final int PAUSE_COMMENTARY = 8;
    private static final int PAUSE_TEAM = 30;
    private static final int PAUSE_LESSON = 300;
    private static final int PAUSE_SOUND = 5;

    private final Agent agent;

    public Notices(Agent agent) {
        this.agent = agent;
    }

    /// @param notebook what is known after the signal
    public Answers.Answer after(Signal signal, Match before, Notebook notebook) {
        Match match = notebook.match();
        List<Notice> all = switch (match) {
            case Match.Idle none -> List.of();
            case Shooter shooter -> new ShooterNotices(agent, before, shooter, signal).all();
            case Sports sports -> new SportsNotices(before, sports, signal).all();
        };
        Notebook next = notebook;
        List<Notice> fresh = new ArrayList<>();
        for (Notice notice : all) {
            if (!next.saidWithin(notice.key(), notice.quiet(), signal.at())) {
                next = next.saying(notice.key(), signal.at());
                fresh.add(notice);
            }
        }
        List<Act> acts = new ArrayList<>();
        free(fresh, acts);
        next = sound(signal, match, next, acts);
        next = speak(fresh, signal, next, acts);
        next = message(fresh, signal, next, acts);
        next = teach(signal, next, acts);
        return new Answers.Answer(acts, next, true);
    }

    private void free(List<Notice> fresh, List<Act> acts) {
        for (Notice notice : fresh) {
            if (notice.weight() == Notice.Weight.WARN) {
                boolean advises =
                        agent.rank().atLeast(Rank.SILVER) && !notice.advice().isEmpty();
                acts.add(new Act.Warning(
                        notice.code(), advises ? notice.fact() + " " + notice.advice() : notice.fact()));
            } else if (agent.has(Tool.EVENT_DETECTION)) {
                acts.add(new Act.EventDetected(notice.code().toLowerCase(Locale.ROOT), notice.fact()));
            }
        }
    }

    private Notebook sound(Signal signal, Match match, Notebook notebook, List<Act> acts) {
        if (signal.kind() != EventKind.SOUND || !agent.has(Tool.TUREL) || !(match instanceof Shooter shooter)) {
            return notebook;
        }
        Heard heard = shooter.heard();
        String key = "SOUND " + heard.kind() + " " + heard.direction();
        if (notebook.saidWithin(key, PAUSE_SOUND, signal.at())) {
            return notebook;
        }
        acts.add(new Act.SoundEvent(soundLine(heard) + ".", heard.direction()));
        return notebook.saying(key, signal.at());
    }

    private Notebook speak(List<Notice> fresh, Signal signal, Notebook notebook, List<Act> acts) {
        if (agent.commentator()) {
            Notice notice =
                    heaviest(fresh.stream().filter(n -> !n.comment().isEmpty()).toList());
            if (notice == null || held("COMMENTARY", PAUSE_COMMENTARY, notice, signal, notebook)) {
                return notebook;
            }
            String text = comment(notice, notebook.spoken());
            acts.add(new Act.Commentary(text, Wording.sentences(text)));
            return notebook.speaking().saying("COMMENTARY", signal.at());
        }
        if (agent.speaksUp()) {
            Notice notice =
                    heaviest(fresh.stream().filter(n -> !n.call().isEmpty()).toList());
            if (notice == null || held("CHAT", PAUSE_CHAT, notice, signal, notebook)) {
                return notebook;
            }
            acts.add(new Act.Chat(
                    notice.call(),
                    notice.weight() == Notice.Weight.WARN ? "urgent" : notice.good() ? "pleased" : "calm"));
            return notebook.saying("CHAT", signal.at());
        }
        return notebook;
    }

    private Notebook message(List<Notice> fresh, Signal signal, Notebook notebook, List<Act> acts) {
        if (!agent.has(Tool.TEAM_MESSAGING) || !agent.rank().atLeast(Rank.GOLD)) {
            return notebook;
        }
        Notice notice = heaviest(fresh.stream().filter(n -> !n.team().isEmpty()).toList());
        if (notice == null || notebook.saidWithin("TEAM", PAUSE_TEAM, signal.at())) {
            return notebook;
        }
        acts.add(new Act.TeamMessage(notice.team()));
        return notebook.saying("TEAM", signal.at());
    }

    private Notebook teach(Signal signal, Notebook notebook, List<Act> acts) {
        boolean setback = signal.kind() == EventKind.DEATH
                || signal.kind() == EventKind.GOAL
                || signal.kind() == EventKind.HALFTIME;
        if (!setback || !Lessons.teaches(agent) || notebook.saidWithin("LESSON", PAUSE_LESSON, signal.at())) {
            return notebook;
        }
        Lessons.Topic topic = Lessons.next(notebook.match(), notebook.lessons());
        if (topic == null) {
            return notebook;
        }
        acts.add(Lessons.give(agent, topic));
        Notebook next = notebook.teaching(topic.title()).saying("LESSON", signal.at());
        if (agent.memory()) {
            acts.add(new Act.MemoryItem("Lesson given: " + topic.title() + "."));
        }
        return next;
    }

    /// Whether a notice has to wait: something was said just now, and it is not urgent.
    private static boolean held(String key, int pause, Notice notice, Signal signal, Notebook notebook) {
        return notice.weight() != Notice.Weight.WARN && notebook.saidWithin(key, pause, signal.at());
    }

    private static @Nullable Notice heaviest(List<Notice> notices) {
        Notice heaviest = null;
        for (Notice notice : notices) {
            if (heaviest == null || notice.weight().compareTo(heaviest.weight()) > 0) {
                heaviest = notice;
            }
        }
        return heaviest;
    }

    private String comment(Notice notice, int turn) {
        if (notice.plain()) {
            return notice.comment();
        }
        String opening =
                notice.good() ? agent.manner().praise(turn) : agent.manner().comfort(turn);
        String comment = notice.comment();
        if (agent.manner().excited() && notice.good() && comment.endsWith(".")) {
            comment = comment.substring(0, comment.length() - 1) + "!";
        }
        return notice.good() ? opening + " " + comment : comment + " " + opening;
    }

    /// How the objective stands, without a full stop, e.g. `The bomb has been defused`.
    static String objectiveLine(Objective objective) {
        String verb = switch (objective.state()) {
            case "exploded" -> "has exploded";
            case "defused", "captured", "lost" -> "has been " + objective.state();
            default -> "is " + objective.state().replace('_', ' ');
        };
        return "The " + objective.kind() + " " + verb;
    }

    /// What was heard, without a full stop, e.g. `Footsteps from the left, 12 metres away`.
    static String soundLine(Heard heard) {
        String where = direction(heard);
        return Wording.capital(heard.kind())
                + (where.isEmpty() ? "" : " " + where)
                + (heard.distance() == null ? "" : ", " + Wording.count(heard.distance(), "meter") + " away");
    }

    /// Where it came from, to follow the sound; empty if unknown.
    static String direction(Heard heard) {
        return switch (heard.direction().toLowerCase(Locale.ROOT)) {
            case "unknown" -> "from somewhere";
            case "left", "right", "front", "north", "south", "east", "west" -> "from the " + heard.direction();
            case "behind", "above", "below" -> "from " + heard.direction();
            default -> "from " + heard.direction();
        };
    }
}
