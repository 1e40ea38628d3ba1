package ai.jiga.store.session.live;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.usecase.EndSession;
import ai.jiga.store.session.usecase.EndWish;
import ai.jiga.store.session.usecase.SettleSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends, then settles. When the settlement fails now, a task does it later: the session is over all the same.
final class LiveEnds {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEnds.class);

    private final EndSession end;
    private final SettleSession settle;
    private final LiveMirror mirror;

    LiveEnds(EndSession end, SettleSession settle, LiveMirror mirror) {
        this.end = end;
        this.settle = settle;
        this.mirror = mirror;
    }

    Session attended(SessionId id, Seat seat, EndWish wish) {
        return settled(end.end(id, seat, wish));
    }

    Session unattended(SessionId id, EndWish wish) {
        return settled(end.endUnattended(id, wish));
    }

    private Session settled(Session ended) {
        if (ended.status().isOver()) {
            mirror.remove(ended.id().value());
        }
        try {
            return settle.settle(ended);
        } catch (RuntimeException e) {
            LOG.warn("session {} ended and is not settled yet; it will be tried again", ended.id(), e);
            return ended;
        }
    }
}
