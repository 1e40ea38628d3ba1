package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.Tariff;
import ai.jiga.store.session.model.Terms;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session that may begin, as far as agent and listing are concerned.
///
/// @param configuration what the player asks of the agent for this session
record Order(Terms terms, JsonNode configuration) {
    static Rejection notConnected() {
        return Rejection.of(
                ErrorCode.RUNTIME_NOT_CONNECTED,
                "Nothing answers for this agent now: no runtime of its provider is connected to this store. Choose another"
                        + " agent; nothing was set aside.");
    }

    static @Nullable UserId studioOf(@Nullable Admission admission) {
        return admission instanceof Admission.AsPlayer player ? player.studio() : null;
    }

    /// What a studio pays for is what it said it would, and now.
    static Optional<Rejection> unpaid(Purse purse, AgentId agent, @Nullable Instant startsAt) {
        if (!purse.paysFor(agent)) {
            return Optional.of(Rejection.of(
                    ErrorCode.AGENT_NOT_PAID_FOR,
                    "The studio pays for other agents. Choose one of those in the game."));
        }
        return purse.payer() != null && startsAt != null
                ? Optional.of(Rejection.of(
                        ErrorCode.INVALID_START_TIME, "What a studio pays for begins now: hire without 'startTime'."))
                : Optional.empty();
    }

    /// In test it is the store's own coach, which costs nobody anything.
    static String answering(Provider runtime, UserId player) {
        return (player.isTest() ? Provider.BUILTIN : runtime).label();
    }

    static int tariffOf(AgentView agent) {
        return agent.isVariant() ? Rank.VARIANT_PERCENT : Tariff.FULL_PERCENT;
    }
}
