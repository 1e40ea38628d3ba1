package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;

/// What happens to Nova's listing, as the session service tells it.
public final class Play {
    private Play() {}

    /// A hire that was charged, answered, and ended by its player.
    static SessionEnded played(String session) {
        return played(session, Market.PLAYER.id());
    }

    static SessionEnded played(String session, UserId player) {
        return ended(session, player, "hired", "ended_by_player", 60, 3, false);
    }

    /// @param consumed DOF, for a second each
    static SessionEnded ended(
            String session, UserId player, String type, String reason, long consumed, long answered, boolean failed) {
        return new SessionEnded(
                SessionId.of(session),
                Market.NOVA,
                player,
                Market.OWNER.id(),
                type,
                reason,
                Dof.of(8_000),
                Dof.of(consumed),
                consumed * 1_000,
                answered,
                failed);
    }

    public static ChargedSession charged(String session, long consumed) {
        return new ChargedSession(
                SessionId.of(session),
                Market.PLAYER.id(),
                Market.OWNER.id(),
                Market.NOVA,
                Market.NOVA_LISTING,
                true,
                Dof.of(consumed),
                true);
    }
}
