package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.Engagement;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// Keeps which sessions an agent is in, as the events of sessions tell it. The events of one session come in order, so
/// what has ended does not begin again.
public final class TrackEngagements {
    public void begun(Transaction tx, AgentId agent, SessionId session, UserId player, Instant at) {
        tx.set(AgentCollections.engagement(agent, session), new Engagement(player, at));
    }

    public void ended(Transaction tx, AgentId agent, SessionId session) {
        tx.delete(AgentCollections.engagement(agent, session));
    }

    static boolean isEngaged(Reader reader, AgentId agent) {
        var any = AgentCollections.ENGAGEMENTS
                .query(AgentCollections.agent(agent))
                .ascending("since")
                .limit(1);
        return !reader.query(any).documents().isEmpty();
    }
}
