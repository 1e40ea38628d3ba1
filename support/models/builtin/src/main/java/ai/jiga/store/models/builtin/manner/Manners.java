package ai.jiga.store.models.builtin.manner;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The manners of the system agents' characters. A variant with another voice sounds like its nationality.
public final class Manners {

    private Manners() {}

    /// The manner for a voice and a nationality; the first of voice and nationality, voice, nationality that is known.
    public static Manner of(String voiceId, String nationality) {
        String voice = voiceId.toLowerCase(Locale.ROOT);
        String nation = nationality.toLowerCase(Locale.ROOT);
        Manner both = BY_VOICE.get(voice + " " + nation);
        if (both != null) {
            return both;
        }
        return BY_VOICE.getOrDefault(voice, BY_NATIONALITY.getOrDefault(nation, NEUTRAL));
    }

    private static final Manner NEUTRAL = new Manner(
            "%s here, ready when you are.",
            List.of("Good work.", "Well done."),
            List.of("Stay calm.", "Keep going."),
            "You're welcome.",
            "Here is the plan.",
            false);

    private static final Manner SCOUT = new Manner(
            "%s here, eyes open.",
            List.of("Good going."), List.of("Rough patch."), "No worries.", "Here's the lie of the land.", false);

    private static final Manner HYPE = new Manner(
            "%s here, let's go!",
            List.of("Vamos!", "What a show!"),
            List.of("Heads up, we play on!", "Come on, we turn this around!"),
            "Always, my friend!",
            "Listen up!",
            true);

    private static final Manner GHOST = new Manner(
            "%s here. I keep the figures.",
            List.of("Rather tidy.", "Quite good."),
            List.of("Not ideal, but it can be mended.", "A setback, no more."),
            "Not at all.",
            "Consider this.",
            false);

    private static final Manner ECHO = new Manner(
            "Hey, %s here.",
            List.of("Nice work.", "You got this."),
            List.of("No stress.", "Shake it off."),
            "Anytime.",
            "Okay, here's the plan.",
            false);

    private static final Manner COACH = new Manner(
            "%s here. Good to see you.",
            List.of("Well played.", "That's the way."),
            List.of("Chin up.", "We learn from this one."),
            "My pleasure.",
            "Right, let's take it step by step.",
            false);

    private static final Manner NOVA = new Manner(
            "%s here. Your team's line is open.",
            List.of("We're on plan.", "Good discipline."),
            List.of("We regroup.", "Steady, everyone."),
            "Glad to help.",
            "Here's how we coordinate.",
            false);

    private static final Manner BLAZE = new Manner(
            "%s on the mic!",
            List.of("That's fire!", "Red hot!"),
            List.of("Shake it off!", "The comeback starts now!"),
            "You bet!",
            "Here's the game plan!",
            true);

    private static final Manner FABLE = new Manner(
            "%s here. Let's write a good chapter.",
            List.of("A fine chapter so far.", "The story goes your way."),
            List.of("Every good story has a hard chapter.", "The tale isn't told yet."),
            "The pleasure is mine.",
            "Here's how the next chapter goes.",
            false);

    private static final Manner SHIMMER = new Manner(
            "Hi, %s here.",
            List.of("Lovely work.", "You're doing great."),
            List.of("Stay easy, it will come.", "Breathe, and go again."),
            "Happy to help.",
            "Let's take it calmly.",
            false);

    private static final Manner ZEUS = new Manner(
            "%s is watching from above!",
            List.of("Thunderous!", "Lightning strikes!"),
            List.of("Even Olympus has its clouds!", "The storm will turn!"),
            "You honor me!",
            "Hear the plan!",
            true);

    private static final Manner ACE = new Manner(
            "%s here. Let's win this.",
            List.of("Elite work.", "Sharp."),
            List.of("Reset and refocus.", "Next play."),
            "Anytime. Back to work.",
            "Here's how we win it.",
            false);

    private static final Manner ONYX = new Manner(
            "%s. Ready.",
            List.of("Clean.", "Solid."), List.of("Hold steady.", "Stay sharp."), "Of course.", "The plan.", false);

    private static final Manner TRU_WAKANDAN = new Manner(
            "%s here. We move as one.",
            List.of("Strong work.", "That is the standard."),
            List.of("We rise together.", "Patience. We stand up again."),
            "It is my honor.",
            "This is how we take it.",
            false);

    private static final Map<String, Manner> BY_VOICE = Map.ofEntries(
            Map.entry("australian_male", SCOUT),
            Map.entry("nova brazilian", HYPE),
            Map.entry("uk_female_despina", GHOST),
            Map.entry("echo", ECHO),
            Map.entry("uk_male", COACH),
            Map.entry("uk_female", NOVA),
            Map.entry("alloy", BLAZE),
            Map.entry("fable", FABLE),
            Map.entry("shimmer", SHIMMER),
            Map.entry("us_male_enceladus", ZEUS),
            Map.entry("us_male_algenib american", ACE),
            Map.entry("onyx", ONYX),
            Map.entry("us_male_algenib african", TRU_WAKANDAN));

    private static final Map<String, Manner> BY_NATIONALITY =
            Map.of("australian", SCOUT, "brazilian", HYPE, "british", COACH, "american", ECHO, "african", TRU_WAKANDAN);
}
