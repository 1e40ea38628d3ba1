package ai.jiga.store.notification.model;

import ai.jiga.store.kernel.Dof;
import org.jspecify.annotations.Nullable;

/// What a notification's text says, for clients that say it in another language: by its kind, and by these. Each kind
/// has its own, named here; the others are absent.
///
/// @param agentName of `agent_published` and `listing_moderated`
/// @param rating of `review_received`, 1 to 5
/// @param sessionType of `session_ended` and `agent_session_ended`: `hired`, `owned` or `trial`
/// @param reason of those two, why it ended, such as `ended_by_player`; of `listing_moderated` an operator's words
/// @param activeMillis of those two, for how long the clock ran
/// @param allocated of `session_ended`: what was set aside
/// @param transactionType of `transaction_completed`, such as `purchase`
/// @param amount of what has to do with DOF: what moved; of a session, what was consumed
/// @param total of `earning`: what the share was a part of
/// @param status of `listing_moderated`: the listing's since
public record Facts(
        @Nullable String agentName,
        @Nullable Integer rating,
        @Nullable String sessionType,
        @Nullable String reason,
        @Nullable Long activeMillis,
        @Nullable Dof allocated,
        @Nullable String transactionType,
        @Nullable Dof amount,
        @Nullable Dof total,
        @Nullable String status) {
    static Facts agent(String name) {
        return new Facts(name, null, null, null, null, null, null, null, null, null);
    }

    static Facts rating(int rating) {
        return new Facts(null, rating, null, null, null, null, null, null, null, null);
    }

    static Facts session(String type, String reason, long activeMillis, @Nullable Dof allocated, Dof consumed) {
        return new Facts(null, null, type, reason, activeMillis, allocated, null, consumed, null, null);
    }

    static Facts transaction(String type, Dof amount) {
        return new Facts(null, null, null, null, null, null, type, amount, null, null);
    }

    static Facts received(Dof amount, @Nullable Dof total) {
        return new Facts(null, null, null, null, null, null, null, amount, total, null);
    }

    static Facts moderated(String agentName, String status, String reason) {
        return new Facts(agentName, null, null, reason, null, null, null, null, null, status);
    }
}
