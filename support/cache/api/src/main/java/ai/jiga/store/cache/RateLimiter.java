package ai.jiga.store.cache;

import java.util.concurrent.CompletionStage;

/// Counts what clients do, so that nobody takes all there is. Not an account: a restart of the engine gives
/// everybody a whole quota again, and so does a process that has to count alone for a while.
public interface RateLimiter {
    /// Takes one token of the client's quota, if there is one left. Never blocks and never fails, so that
    /// an event loop may ask; an engine within the process answers with a completed stage.
    ///
    /// @param client whose quota it is: distinct within the policy's name
    CompletionStage<Quota> take(RatePolicy policy, String client);
}
