package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// Who may see and change which agent. What was ever published is known to everybody, so that of
/// another's more is refused with 403; a draft of another's is not there at all, and neither is what an
/// operator has taken down. Deleted and unpaid ones are hidden from everybody.
final class AgentAccess {
    private AgentAccess() {}

    static Optional<Agent> find(Reader reader, AgentId id) {
        return reader.get(AgentCollections.agent(id)).map(Document::value).filter(Agent::canBeSeen);
    }

    static Outcome<Agent> seen(Reader reader, AgentId id, Caller caller) {
        return find(reader, id)
                .filter(agent -> agent.isShownTo(caller))
                .map(Outcome::done)
                .orElseGet(() -> notFound(id));
    }

    static <T> Outcome<T> notFound(AgentId id) {
        return Outcome.rejected(ErrorCode.AGENT_NOT_FOUND, "There is no agent '" + id + "'.");
    }

    /// For what only the owner may read.
    static Outcome<Agent> owned(Reader reader, AgentId id, Caller caller) {
        return seen(reader, id, caller).then(agent -> ofOwner(agent.ownerId(), caller, agent));
    }

    static <T> Outcome<T> ofOwner(UserId owner, Caller caller, T value) {
        return caller.is(owner)
                ? Outcome.done(value)
                : Outcome.rejected(
                        ErrorCode.NOT_AGENT_OWNER, "This agent is another user's: only its owner may do this.");
    }

    /// For what only the owner may change.
    static Outcome<Agent> changeable(Reader reader, AgentId id, Caller caller) {
        return seen(reader, id, caller).then(AgentAccess::ofAUser).then(agent -> owned(reader, id, caller));
    }

    private static Outcome<Agent> ofAUser(Agent agent) {
        return agent.belongsToPlatform()
                ? Outcome.rejected(
                        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
                        agent.draft().name()
                                + " is a system agent and cannot be changed. Derive a variant of it:"
                                + " POST /api/v1/agents/create-variant.")
                : Outcome.done(agent);
    }

    /// For what a variant inherits and its owner therefore cannot change.
    static Outcome<Agent> changeableWhole(Reader reader, AgentId id, Caller caller) {
        return changeable(reader, id, caller).then(AgentAccess::underived);
    }

    /// For what only an operator may change.
    static Outcome<Agent> trainable(Reader reader, AgentId id) {
        return find(reader, id)
                .map(Outcome::done)
                .orElseGet(() -> notFound(id))
                .then(AgentAccess::ofAUser)
                .then(AgentAccess::underived);
    }

    private static Outcome<Agent> underived(Agent agent) {
        return agent.variant()
                ? Outcome.rejected(
                        ErrorCode.VARIANT_FIELD_INHERITED,
                        "A variant inherits all but its name, avatar and voice: change those with PATCH"
                                + " /api/v1/variants/" + agent.id() + ".")
                : Outcome.done(agent);
    }
}
