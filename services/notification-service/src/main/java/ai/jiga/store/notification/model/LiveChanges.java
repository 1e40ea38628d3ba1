package ai.jiga.store.notification.model;

import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionDofUpdate;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.transaction.TransactionFailed;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which open pages learn what of an event: a player how the session goes, and both sides how their wallets stand.
/// Types are those of the events; each side is told what is its own to know.
public final class LiveChanges {
    private static final String NOTIFICATION = "notification";

    private LiveChanges() {}

    /// Members are absent where they say nothing: what was consumed, before it is known.
    ///
    /// @param status `hired`, `active` or `ended`
    /// @param reason why it ended
    public record SessionChange(
            SessionId sessionId,
            AgentId agentId,
            String status,
            @Nullable Dof consumed,
            @Nullable Dof remaining,
            @Nullable String reason) {}

    /// What `GET /profile/wallet` says changes with it.
    ///
    /// @param transactionType such as `hire`
    /// @param status `pending`, `completed` or `failed`
    /// @param direction `in` or `out`, as whoever hears it sees it
    public record WalletChange(
            TransactionId transactionId,
            String transactionType,
            String status,
            String direction,
            Dof amount,
            @Nullable SessionId sessionId,
            @Nullable AgentId agentId) {}

    /// As in the list of notifications.
    public record Told(
            String id,
            String kind,
            String title,
            String text,
            Facts params,
            @Nullable AgentId agentId,
            @Nullable ListingId listingId,
            @Nullable SessionId sessionId,
            @Nullable TransactionId transactionId) {}

    /// @param id the notification's
    public static LiveChange told(String id, Message message) {
        Subject about = message.about();
        return new LiveChange(
                message.recipient(),
                NOTIFICATION,
                new Told(
                        id,
                        message.kind(),
                        message.title(),
                        message.text(),
                        message.params(),
                        about.agentId(),
                        about.listingId(),
                        about.sessionId(),
                        about.transactionId()));
    }

    public static List<LiveChange> hired(AgentHired event) {
        return session(event.playerId(), event.type(), event.sessionId(), event.agentId(), "hired", null, null, null);
    }

    public static List<LiveChange> started(SessionStarted event) {
        return session(event.playerId(), event.type(), event.sessionId(), event.agentId(), "active", null, null, null);
    }

    public static List<LiveChange> consumed(SessionDofUpdate event) {
        return session(
                event.playerId(),
                event.type(),
                event.sessionId(),
                event.agentId(),
                "active",
                event.consumed(),
                event.remaining(),
                null);
    }

    public static List<LiveChange> ended(SessionEnded event) {
        return session(
                event.playerId(),
                event.type(),
                event.sessionId(),
                event.agentId(),
                "ended",
                event.consumed(),
                event.allocated().minus(event.consumed()),
                event.reason());
    }

    private static List<LiveChange> session(
            UserId player,
            String type,
            SessionId session,
            AgentId agent,
            String status,
            @Nullable Dof consumed,
            @Nullable Dof remaining,
            @Nullable String reason) {
        return List.of(
                new LiveChange(player, type, new SessionChange(session, agent, status, consumed, remaining, reason)));
    }

    public static List<LiveChange> initiated(TransactionInitiated event) {
        return wallet(
                event.type(),
                event.userId(),
                event.transactionId(),
                event.transactionType(),
                "pending",
                event.amount());
    }

    public static List<LiveChange> failed(TransactionFailed event) {
        return wallet(
                event.type(), event.userId(), event.transactionId(), event.transactionType(), "failed", event.amount());
    }

    private static List<LiveChange> wallet(
            String type, UserId user, TransactionId id, String transactionType, String status, Dof amount) {
        return List.of(new LiveChange(
                user,
                type,
                new WalletChange(id, transactionType, status, direction(transactionType), amount, null, null)));
    }

    public static List<LiveChange> completed(TransactionCompleted event) {
        List<LiveChange> changes = new ArrayList<>();
        changes.add(completed(event, event.userId(), direction(event.transactionType()), event.amount()));
        UserId other = event.counterpartyId();
        if (other != null && !other.equals(event.userId())) {
            Distribution split = event.distribution();
            Dof received = split == null ? event.amount() : split.owner();
            if (!received.isZero()) {
                changes.add(completed(event, other, "in", received));
            }
        }
        return List.copyOf(changes);
    }

    private static LiveChange completed(TransactionCompleted event, UserId user, String direction, Dof amount) {
        return new LiveChange(
                user,
                event.type(),
                new WalletChange(
                        event.transactionId(),
                        event.transactionType(),
                        "completed",
                        direction,
                        amount,
                        event.sessionId(),
                        event.agentId()));
    }

    /// As whoever started it sees it.
    private static String direction(String transactionType) {
        return switch (transactionType) {
            case "purchase", "refund", "grant" -> "in";
            default -> "out";
        };
    }
}
