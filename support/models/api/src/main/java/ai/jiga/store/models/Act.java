package ai.jiga.store.models;

import org.jspecify.annotations.Nullable;

/// One thing that an agent did in answer to a stimulus. The session prices each; [Warning] and
/// [EventDetected] are free.
public sealed interface Act {

    /// An answer to the player.
    ///
    /// @param emotion how to say it, e.g. `calm`; null if it does not matter
    record Chat(String text, @Nullable String emotion) implements Act {}

    /// A complex answer (a plan, an analysis). It stands in the place of a [Chat].
    record Reasoning(String text, @Nullable String emotion) implements Act {}

    /// Commentary on the match.
    ///
    /// @param sentences how many sentences the text has, at least 1
    record Commentary(String text, int sentences) implements Act {}

    /// A message to the player's team.
    record TeamMessage(String text) implements Act {}

    /// Something to be kept beyond the session.
    record MemoryItem(String text) implements Act {}

    /// A lesson drawn from how the player plays.
    record Lesson(String title, String text, Level level) implements Act {}

    /// A sound of the game was made out.
    ///
    /// @param direction where from, as seen by the player; `unknown` if the game did not say
    record SoundEvent(String text, String direction) implements Act {}

    /// A tool of the agent did real work for this reply.
    ///
    /// @param tool its name in the toolkit
    record ToolExecution(String tool, String summary) implements Act {}

    /// The player should know this now.
    ///
    /// @param code stable, upper snake case
    record Warning(String code, String text) implements Act {}

    /// Something noteworthy happened in the match.
    ///
    /// @param kind stable, lower snake case
    record EventDetected(String kind, String text) implements Act {}

    /// How deep a [Lesson] goes.
    enum Level {
        /// One mistake and its mend.
        BASIC,
        /// A mistake, its mend, and a plan for the team.
        STRATEGIC,
        /// The same with a drill and a measure of success.
        MASTERY
    }
}
