package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.agent.Type;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import ai.jiga.store.models.builtin.intent.Intent;
import ai.jiga.store.models.builtin.intent.Question;
import ai.jiga.store.models.builtin.match.EventData;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Shooter;
import ai.jiga.store.models.builtin.match.Sports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The answer to a question. What is about the match goes to [ShooterAnswers] or [SportsAnswers]; the rest is here.
public final class Answers {

    private static final String NO_MATCH = "I have not heard of a match yet, so I have no figures.";

    private final Agent agent;

    public Answers(Agent agent) {
        this.agent = agent;
    }

    /// What was done, and what is known after it.
    ///
    /// @param served whether the question was understood, and the agent could do what was asked
    public record Answer(List<Act> acts, Notebook notebook, boolean served) {}

    /// @param now the moment of the question, in milliseconds since the epoch
    /// @param spoken whether the answer is heard, and so kept short
    public Answer answer(Question question, Notebook notebook, long now, boolean spoken) {
        return switch (question.intent()) {
            case REMEMBER -> remember(question.rest(), notebook, spoken);
            case LESSON -> lesson(notebook, spoken);
            case TELL_TEAM -> done(tellTeam(question.rest(), notebook.match(), now), notebook, spoken);
            case RECALL -> done(recall(notebook), notebook, spoken);
            case TIP -> done(tip(notebook), notebook, spoken);
            case WHO -> done(who(), notebook, spoken);
            case HELP -> done(help(), notebook, spoken);
            case THANKS -> done(new Draft().fact(agent.manner().welcome()), notebook, spoken);
            case GOODBYE -> done(new Draft().fact("Good game. See you next time."), notebook, spoken);
            case GREETING -> done(greeting(notebook), notebook, spoken);
            case UNKNOWN -> done(unknown(), notebook, spoken);
            case BUY, DIED_WHERE, KILLED_BY, BEST_WEAPON, OBJECTIVE, TIRED, ECONOMY, HEALTH ->
                done(aboutMatch(question.intent(), notebook.match(), now), notebook, spoken);
            case SQUAD, SOUND, TIME, SCORE, PLAN, STATUS ->
                done(aboutMatch(question.intent(), notebook.match(), now), notebook, spoken);
        };
    }

    private Answer done(Draft draft, Notebook notebook, boolean spoken) {
        return new Answer(draft.acts(agent, notebook.spoken(), spoken), notebook.speaking(), !draft.declines());
    }

    private Draft aboutMatch(Intent intent, Match match, long now) {
        return switch (match) {
            case Match.Idle none -> withoutMatch(intent);
            case Shooter shooter -> new ShooterAnswers(agent, shooter, now).answer(intent);
            case Sports sports -> new SportsAnswers(agent, sports, now).answer(intent);
        };
    }

    /// Whoever may give advice says what holds in most matches; of this one there is nothing to say, and that is free.
    private Draft withoutMatch(Intent intent) {
        String usual = usually(intent);
        if (!usual.isEmpty() && agent.rank().atLeast(Rank.SILVER)) {
            return new Draft()
                    .fact("I see no match of yours yet, so this is what holds in most.")
                    .advise(usual)
                    .call(usual);
        }
        Draft draft = new Draft().declined().fact(NO_MATCH);
        if (intent == Intent.SOUND && !agent.has(Tool.TUREL)) {
            draft.lacks(Tool.TUREL);
        }
        return draft.advise("Start one, or check that your game sends its events to this session.")
                .call("No match yet.");
    }

    /// Empty where only the match itself has the answer.
    private static String usually(Intent intent) {
        return switch (intent) {
            case PLAN ->
                "Hold a spot that you can leave, call how many you see, and answer each loss at once, together.";
            case BUY -> "Buy armour before a bigger weapon, and buy together: one full round beats two half ones.";
            case BEST_WEAPON -> "Take the weapon that you hit most with lately: range decides more than damage.";
            case OBJECTIVE -> "Play the objective while you are more than they are, and for time when you are fewer.";
            case ECONOMY -> "Save together after a lost round that left you poor, and buy when all of you can.";
            default -> "";
        };
    }

    private Draft tellTeam(String message, Match match, long now) {
        if (!agent.has(Tool.TEAM_MESSAGING)) {
            return new Draft().lacks(Tool.TEAM_MESSAGING).fact("Please tell them yourself.");
        }
        String clean = EventData.clean(message, 200);
        if (clean.isEmpty()) {
            return new Draft().declined().fact("What shall I tell them?").call("Tell them what?");
        }
        String context = agent.rank().atLeast(Rank.GOLD) && match instanceof Shooter shooter
                ? new ShooterAnswers(agent, shooter, now).situation()
                : "";
        String text = Wording.sentence(clean);
        if (!context.isEmpty()) {
            int mark = text.length() - 1;
            text = text.substring(0, mark) + " (" + context + ")" + text.substring(mark);
        }
        return new Draft()
                .also(new Act.TeamMessage(text))
                .fact("Sent to the team.")
                .call("Sent.");
    }

    private Answer remember(String what, Notebook notebook, boolean spoken) {
        String clean = Wording.sentence(EventData.clean(what, 140));
        if (!agent.memory()) {
            return done(
                    new Draft()
                            .declined()
                            .fact("I have no memory beyond this match, so I cannot keep that for you.")
                            .call("I have no memory for that."),
                    notebook,
                    spoken);
        }
        Draft draft = new Draft()
                .also(new Act.MemoryItem(clean))
                .fact("I will remember: " + clean)
                .call("Noted.");
        return done(draft, notebook.remembering(clean), spoken);
    }

    private Draft recall(Notebook notebook) {
        if (!agent.memory()) {
            return new Draft().declined().fact("I have no memory: when the session ends, I forget it.");
        }
        List<String> items = new ArrayList<>(agent.kept());
        notebook.memories().stream().filter(item -> !items.contains(item)).forEach(items::add);
        Draft draft = new Draft();
        if (items.isEmpty()) {
            draft.fact("You have not asked me to remember anything yet.");
        } else {
            draft.fact("You asked me to remember: " + String.join(" ", items));
        }
        if (!notebook.lessons().isEmpty()) {
            draft.fact(
                    (notebook.lessons().size() == 1 ? "The lesson of this session: " : "The lessons of this session: ")
                            + Wording.and(notebook.lessons()) + ".");
        }
        return draft;
    }

    private Answer lesson(Notebook notebook, boolean spoken) {
        if (!agent.has(Tool.LEARN)) {
            return done(
                    new Draft().lacks(Tool.LEARN).fact("A Mentor can draw lessons from your match."), notebook, spoken);
        }
        Lessons.Topic topic = Lessons.first(notebook.match());
        if (topic == null) {
            return done(
                    new Draft()
                            .declined()
                            .fact("I have not seen a pattern yet that is worth a lesson.")
                            .call("No lesson yet."),
                    notebook,
                    spoken);
        }
        if (notebook.lessons().contains(topic.title())) {
            return done(
                    new Draft()
                            .fact("The lesson still stands: " + topic.title() + ".")
                            .fact(topic.mend()),
                    notebook,
                    spoken);
        }
        Draft draft = new Draft()
                .also(Lessons.give(agent, topic))
                .fact("Here is a lesson from this match: " + topic.title() + ".")
                .ask("Try it in the next few minutes, and tell me what changed.");
        return done(draft, notebook.teaching(topic.title()), spoken);
    }

    private Draft tip(Notebook notebook) {
        Draft draft = new Draft().asksAdvice();
        if (!agent.has(Tool.GENERAL_GAMING)) {
            draft.lacks(Tool.GENERAL_GAMING).advise("Ask me about this match instead: I judge by what I see.");
            return draft;
        }
        Game game = game(notebook.match());
        if (game == null) {
            String name = notebook.match() instanceof Shooter shooter ? shooter.game() : "";
            return draft.advise("Warm up for ten minutes, and change one habit at a time.")
                    .advise(
                            name.isEmpty()
                                    ? "Start a match, and I can say more about its game."
                                    : "I do not know " + name + " well, so I stay with what holds everywhere.")
                    .used(Tool.GENERAL_GAMING, "Looked up a general tip.")
                    .call("Warm up first.");
        }
        String tip =
                game.tips().get(Math.floorMod(notebook.spoken(), game.tips().size()));
        return draft.advise(tip)
                .expertise(game.expertiseIn(mode(notebook.match())))
                .used(Tool.GENERAL_GAMING, "Looked up a tip for " + game.name() + ".")
                .call(tip);
    }

    private Draft who() {
        String article = agent.type() == Type.ASSISTANT ? "an" : "a";
        Draft draft = new Draft()
                .fact("I am " + agent.name() + ", " + article + " "
                        + agent.type().name().toLowerCase(Locale.ROOT) + " of "
                        + Wording.capital(agent.rank().name().toLowerCase(Locale.ROOT)) + " rank.");
        if (agent.specialist() && !agent.specialGames().isEmpty()) {
            draft.fact("My field is " + Wording.and(agent.specialGames())
                    + (agent.focus().isEmpty() || agent.specialGames().contains(agent.focus())
                            ? ""
                            : ": " + agent.focus())
                    + ".");
        }
        return draft;
    }

    private Draft help() {
        Draft draft = new Draft()
                .fact("Ask me how you are doing, for the score, the time or the objective, what killed you, or about"
                        + " your economy.");
        if (agent.rank().atLeast(Rank.SILVER)) {
            draft.fact("I also say what to buy and what to do next.");
        }
        List<String> abilities = agent.tools().stream().map(Tool::ability).toList();
        if (!abilities.isEmpty()) {
            draft.fact("I can " + Wording.and(abilities) + ".");
        }
        if (agent.memory()) {
            draft.fact("I keep what you ask me to remember.");
        }
        return withLanguage(draft).call("Ask for score, plan or buy.");
    }

    private Draft greeting(Notebook notebook) {
        Draft draft = new Draft().fact(agent.manner().hello().formatted(agent.name()));
        if (!agent.wish().isEmpty()) {
            draft.fact("You asked me: \"" + agent.wish() + "\"");
        }
        if (notebook.match() instanceof Match.Idle) {
            draft.advise("Start your match, and I will follow it.");
        } else {
            draft.advise("I am following your match; ask me anything about it.");
        }
        return withLanguage(draft);
    }

    private Draft unknown() {
        return withLanguage(new Draft()
                        .declined()
                        .fact("I did not understand that, and I would rather not guess.")
                        .fact("Ask me how you are doing, what killed you, the score, or say \"help\"."))
                .call("Say that again?");
    }

    private Draft withLanguage(Draft draft) {
        return agent.english() ? draft : draft.fact("I answer in English for now.");
    }

    private static @Nullable Game game(Match match) {
        return switch (match) {
            case Match.Idle none -> null;
            case Shooter shooter -> Games.find(shooter.game());
            case Sports sports -> Games.find(sports.game());
        };
    }

    private static String mode(Match match) {
        return switch (match) {
            case Match.Idle none -> "";
            case Shooter shooter -> shooter.mode();
            case Sports sports -> sports.mode();
        };
    }
}
