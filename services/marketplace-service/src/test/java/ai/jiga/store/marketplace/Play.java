package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;

/// What happens to Nova's listing, as the session service tells it.
public final class Play {
    private Play() {}

    static AgentHired hired(String session) {
        return new AgentHired(
                SessionId.of(session),
                Market.NOVA_LISTING,
                Market.NOVA,
                Market.OWNER.id(),
                Market.PLAYER.id(),
                Dof.of(8_000));
    }

    static SessionEnded ended(String session, String type, long activeMillis) {
        return new SessionEnded(
                SessionId.of(session),
                Market.NOVA,
                Market.PLAYER.id(),
                Market.OWNER.id(),
                type,
                "ended_by_player",
                Dof.of(8_000),
                Dof.of(activeMillis / 1_000),
                activeMillis,
                3,
                false);
    }

    public static ChargedSession charged(String session, long consumed) {
        return new ChargedSession(
                SessionId.of(session),
                Market.PLAYER.id(),
                Market.OWNER.id(),
                Market.NOVA,
                Market.NOVA_LISTING,
                true,
                Dof.of(consumed));
    }
}
