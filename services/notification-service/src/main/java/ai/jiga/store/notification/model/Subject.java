package ai.jiga.store.notification.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import org.jspecify.annotations.Nullable;

/// What a notification is about, for a client to link to.
public record Subject(
        @Nullable AgentId agentId,
        @Nullable ListingId listingId,
        @Nullable SessionId sessionId,
        @Nullable TransactionId transactionId) {

    static Subject agent(AgentId agent, @Nullable ListingId listing) {
        return new Subject(agent, listing, null, null);
    }

    static Subject session(SessionId session, AgentId agent) {
        return new Subject(agent, null, session, null);
    }

    static Subject transaction(TransactionId transaction, @Nullable SessionId session, @Nullable AgentId agent) {
        return new Subject(agent, null, session, transaction);
    }
}
