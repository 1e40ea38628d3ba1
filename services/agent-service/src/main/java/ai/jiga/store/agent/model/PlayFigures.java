package ai.jiga.store.agent.model;

import java.time.Instant;

/// What a person's sessions add up to, whatever their kind. Few run at a time, so that one document takes
/// them.
///
/// @param sessions that were connected to
/// @param hires that were charged
/// @param trials that were connected to
/// @param activeMillis of all sessions
/// @param dofSpent on all sessions
/// @param since when the first was counted
public record PlayFigures(long sessions, long hires, long trials, long activeMillis, long dofSpent, Instant since) {
    public static PlayFigures since(Instant at) {
        return new PlayFigures(0, 0, 0, 0, 0, at);
    }
}
