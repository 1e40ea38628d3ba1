package ai.jiga.store.session.model;

import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One hire of an agent by a player: terms, clock, seat, end.
///
/// @param endsBy its time limit; a trial's is fixed by its first connection
/// @param startedAt of the first connection
/// @param awaySince when the last connection was lost; null while somebody is connected, and before the first one
/// @param pausedByPlayer whether the player stopped the clock: then it stands until the player resumes
/// @param seat null while nobody is connected
/// @param epoch of the latest seat
/// @param ending set once it is over
/// @param settlement set once its hold is resolved
/// @param configuration what the player asks of the agent for this session
/// @param version rises with each change; the sequence of its events
/// @param expiresAt when the document may go, long after its end; usage and receipt stay
/// @param tickets that have opened its line and might be shown again; null: none
/// @param dueAt when it is to be looked after by whoever finds it: its start finished, its end brought about, its hold
///     settled, its receipt kept; null when nothing is to come. Set with each change that moves it
public record Session(
        SessionId id,
        Terms terms,
        SessionStatus status,
        Instant endsBy,
        ActiveTime time,
        @Nullable Instant startedAt,
        @Nullable Instant awaySince,
        boolean pausedByPlayer,
        @Nullable Seat seat,
        long epoch,
        @Nullable Ending ending,
        @Nullable Settlement settlement,
        JsonNode configuration,
        long version,
        @Nullable Instant expiresAt,
        @Nullable Instant dueAt,
        @Nullable List<UsedTicket> tickets) {
    /// After so long a start that nobody has finished is finished by whoever finds it.
    private static final Duration FINISH_AFTER = Duration.ofSeconds(10);

    /// So long before the document goes, its receipt is kept apart.
    private static final Duration KEEP_BEFORE = Duration.ofDays(1);

    private static final int MOST_TICKETS = 30;

    /// @param expires when the session's document may go
    public static Instant receiptKeptBy(Instant expires) {
        return expires.minus(KEEP_BEFORE);
    }

    public static Session begun(SessionId id, Terms terms, Instant endsBy, JsonNode configuration) {
        return new Session(
                id,
                terms,
                SessionStatus.PENDING,
                endsBy,
                ActiveTime.NONE,
                null,
                null,
                false,
                null,
                0,
                null,
                null,
                configuration,
                1,
                null,
                terms.createdAt().plus(FINISH_AFTER),
                null);
    }

    /// Its hold is in place: it may be connected to.
    public Session ready(SessionLimits limits) {
        return withTime(
                        time,
                        terms.startsAt() == null ? SessionStatus.ACTIVE : SessionStatus.SCHEDULED,
                        pausedByPlayer,
                        seat,
                        awaySince)
                .lookedAfterBy(limits);
    }

    /// By its deadline, whatever it was before.
    private Session lookedAfterBy(SessionLimits limits) {
        return due(deadline(limits).map(Deadline::at).orElse(null));
    }

    /// The same, to be looked after at that time.
    public Session due(@Nullable Instant at) {
        return new Session(
                id,
                terms,
                status,
                endsBy,
                time,
                startedAt,
                awaySince,
                pausedByPlayer,
                seat,
                epoch,
                ending,
                settlement,
                configuration,
                version,
                expiresAt,
                at,
                tickets);
    }

    /// Looked after once more: should another's hold have come through meanwhile, it is given back.
    public Session failed(Instant expiresAt) {
        return new Session(
                id,
                terms,
                SessionStatus.FAILED,
                endsBy,
                time,
                startedAt,
                awaySince,
                pausedByPlayer,
                null,
                epoch,
                ending,
                settlement,
                configuration,
                version + 1,
                expiresAt,
                dueAt,
                tickets);
    }

    /// A player connects on a node: the clock runs, unless the player had stopped it. With the first connection a
    /// trial's minutes begin, which nothing stretches.
    ///
    /// @param claim of the call that takes the seat
    public Session connected(String node, String claim, SessionLimits limits, Instant now) {
        Instant trialsEnd = now.plus(limits.trial());
        boolean begins = startedAt == null && terms.type() == SessionType.TRIAL;
        var connected = new Session(
                id,
                terms,
                pausedByPlayer ? SessionStatus.PAUSED : SessionStatus.ACTIVE,
                begins && trialsEnd.isBefore(endsBy) ? trialsEnd : endsBy,
                pausedByPlayer ? time : time.startedAt(now),
                Objects.requireNonNullElse(startedAt, now),
                null,
                pausedByPlayer,
                new Seat(node, epoch + 1, claim),
                epoch + 1,
                ending,
                settlement,
                configuration,
                version + 1,
                expiresAt,
                dueAt,
                tickets);
        return connected.lookedAfterBy(limits);
    }

    /// Whether this ticket has opened its line before, by another call than this one.
    public boolean hasSeen(String ticket, String call) {
        return tickets != null
                && tickets.stream()
                        .anyMatch(used -> used.id().equals(ticket) && !used.by().equals(call));
    }

    /// Whether so many tickets have opened its line of late, by other calls than this one, that no further one is
    /// taken:
    /// what is remembered of them is in the document that is read with every charge.
    public boolean isOpenedTooOften(String call, Instant now) {
        return goodTickets(now).filter(used -> !used.by().equals(call)).count() >= MOST_TICKETS;
    }

    private Stream<UsedTicket> goodTickets(Instant now) {
        return Stream.ofNullable(tickets).flatMap(List::stream).filter(used -> now.isBefore(used.until()));
    }

    /// Remembers a ticket, once, for as long as it could be shown again.
    public Session opened(UsedTicket ticket, Instant now) {
        List<UsedTicket> remembered = Stream.concat(
                        goodTickets(now).filter(used -> !used.id().equals(ticket.id())), Stream.of(ticket))
                .toList();
        return new Session(
                id,
                terms,
                status,
                endsBy,
                time,
                startedAt,
                awaySince,
                pausedByPlayer,
                seat,
                epoch,
                ending,
                settlement,
                configuration,
                version,
                expiresAt,
                dueAt,
                remembered);
    }

    /// Itself when it is paused already.
    public Session paused(Instant now) {
        return pausedByPlayer && !time.isRunning()
                ? this
                : withTime(time.stoppedAt(now), SessionStatus.PAUSED, true, seat, awaySince);
    }

    /// Itself when its clock runs already.
    public Session resumed(Instant now) {
        return !pausedByPlayer && time.isRunning()
                ? this
                : withTime(time.startedAt(now), SessionStatus.ACTIVE, false, seat, awaySince);
    }

    /// Whether the one on that seat has dropped it at that time.
    @JsonIgnore
    public boolean isDropped(Seat dropped, Instant then) {
        return seat == null && epoch == dropped.epoch() && then.equals(awaySince);
    }

    /// The connection was lost: the clock stands since then.
    public Session dropped(Instant then, SessionLimits limits) {
        return withTime(time.stoppedAt(then), SessionStatus.PAUSED, pausedByPlayer, null, then)
                .lookedAfterBy(limits);
    }

    /// Whether its conversation was interrupted at least once.
    @JsonIgnore
    public boolean wasDropped() {
        return startedAt != null && (epoch > 1 || seat == null);
    }

    public Session ended(Ending how) {
        return new Session(
                id,
                terms,
                how.reason().status(),
                endsBy,
                time.stoppedAt(how.at()),
                startedAt,
                awaySince,
                pausedByPlayer,
                null,
                epoch,
                how,
                settlement,
                configuration,
                version + 1,
                expiresAt,
                how.at(),
                tickets);
    }

    public Session settled(@Nullable Settlement resolved, Instant expires) {
        return new Session(
                id,
                terms,
                status,
                endsBy,
                time,
                startedAt,
                awaySince,
                pausedByPlayer,
                seat,
                epoch,
                ending,
                resolved,
                configuration,
                version + 1,
                expires,
                receiptKeptBy(expires),
                null);
    }

    public Session configured(JsonNode wish) {
        return new Session(
                id,
                terms,
                status,
                endsBy,
                time,
                startedAt,
                awaySince,
                pausedByPlayer,
                seat,
                epoch,
                ending,
                settlement,
                wish,
                version + 1,
                expiresAt,
                dueAt,
                tickets);
    }

    /// Whether it is over, and paid where there was something to pay.
    @JsonIgnore
    public boolean isSettled() {
        return ending != null && expiresAt != null;
    }

    /// Whether others hear of it. What is done in test is told to nobody: no figure, no message, no earning comes of
    /// it.
    public boolean isTold() {
        return !terms.userId().isTest();
    }

    public boolean belongsTo(UserId user) {
        return terms.userId().equals(user);
    }

    /// Time and actions, as far as the allocation goes.
    public Dof consumed(Dof actions, Instant now) {
        if (ending != null) {
            return ending.consumed();
        }
        return time.cost(terms.rate(), now).plus(actions).atMost(terms.allocated());
    }

    /// When it ends, if nobody ends it and its allocation lasts: its time limit. A trial that nobody has connected to
    /// ends with the wait for its player.
    public Instant expectedEnd(SessionLimits limits) {
        return terms.type() == SessionType.TRIAL && startedAt == null
                ? deadline(limits).map(Deadline::at).orElse(endsBy)
                : endsBy;
    }

    /// What ends this session by itself, and when, as things stand; empty while a hold is under way and once
    /// it is over.
    @JsonIgnore
    public Optional<Deadline> deadline(SessionLimits limits) {
        if (status.isOver() || status == SessionStatus.PENDING) {
            return Optional.empty();
        }
        var limit =
                new Deadline(endsBy, terms.type() == SessionType.TRIAL ? EndReason.TRIAL_OVER : EndReason.TIME_LIMIT);
        if (startedAt == null) {
            Instant from = Objects.requireNonNullElse(terms.startsAt(), terms.createdAt());
            return Optional.of(limit.orSooner(from.plus(limits.untilConnected()), EndReason.NEVER_CONNECTED));
        }
        return awaySince == null
                ? Optional.of(limit)
                : Optional.of(limit.orSooner(awaySince.plus(limits.away()), EndReason.AWAY_TOO_LONG));
    }

    public record Deadline(Instant at, EndReason reason) {
        private Deadline orSooner(Instant other, EndReason why) {
            return other.isBefore(at) ? new Deadline(other, why) : this;
        }
    }

    private Session withTime(
            ActiveTime next, SessionStatus standing, boolean byPlayer, @Nullable Seat taken, @Nullable Instant away) {
        return new Session(
                id,
                terms,
                standing,
                endsBy,
                next,
                startedAt,
                away,
                byPlayer,
                taken,
                epoch,
                ending,
                settlement,
                configuration,
                version + 1,
                expiresAt,
                dueAt,
                tickets);
    }
}
