package ai.jiga.store.session.live;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.live.LiveState;
import ai.jiga.store.session.model.ActiveTime;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsageFlush;
import ai.jiga.store.session.usecase.TakeSeat;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a session has cost so far, from its durable lines and marks, and when it will have cost all there is.
/// Belongs to the session's thread; others may read what it consumed.
final class Meter {
    private static final String RUNNING = SessionStatus.ACTIVE.label();
    private static final String STANDING = SessionStatus.PAUSED.label();

    private final SessionLimits limits;
    private volatile Session session;
    private volatile Progress progress;
    private int warnedBelow = 100;

    Meter(TakeSeat.Taken taken, SessionLimits limits) {
        this.limits = limits;
        this.session = taken.session();
        this.progress = taken.progress();
    }

    Session session() {
        return session;
    }

    void session(Session next) {
        session = next;
    }

    /// The last frame that was accepted.
    long lastSeq() {
        return progress.lastSeq();
    }

    Progress progress() {
        return progress;
    }

    Dof actions() {
        return progress.dof();
    }

    void recorded(UsageFlush flush) {
        progress = flush.progress(progress.dof().plus(flush.dof()));
    }

    Instant expectedEnd() {
        return session.expectedEnd(limits);
    }

    Dof allocated() {
        return session.terms().allocated();
    }

    Dof consumed(Instant now) {
        return session.consumed(actions(), now);
    }

    Dof remaining(Instant now) {
        return allocated().minus(consumed(now));
    }

    /// As onlookers see it.
    LiveState state(Instant now) {
        Terms terms = session.terms();
        Dof consumed = consumed(now);
        return new LiveState(
                session.time().isRunning() ? RUNNING : STANDING,
                consumed.amount(),
                allocated().minus(consumed).amount(),
                terms.rate().amount(),
                terms.userId().value(),
                terms.ownerId().value(),
                now);
    }

    /// Whether the allocation covers this on top of all there is. A trial pays for nothing.
    boolean covers(Dof more, Instant now) {
        return session.terms().type() == SessionType.TRIAL || !remaining(now).isLessThan(more);
    }

    /// When the allocation is used up if nothing but time goes by, null while the clock stands; a trial's end, whose
    /// minutes go by in any case.
    @Nullable
    Instant exhaustedAt(Instant now) {
        ActiveTime time = session.time();
        if (session.terms().type() == SessionType.TRIAL) {
            return session.endsBy();
        }
        if (!actions().isLessThan(allocated())) {
            return now;
        }
        return time.reaches(session.terms().rate(), allocated().minus(actions()));
    }

    /// The mark, 20 or 5 percent, that the rest has newly fallen below.
    Optional<Integer> newlyBelow(Instant now) {
        if (session.terms().type() == SessionType.TRIAL) {
            return Optional.empty();
        }
        long rest = Math.multiplyExact(remaining(now).amount(), 100);
        long all = allocated().amount();
        int mark = rest < 5 * all ? 5 : rest < 20 * all ? 20 : 100;
        if (mark >= warnedBelow) {
            return Optional.empty();
        }
        warnedBelow = mark;
        return Optional.of(mark);
    }
}
