package ai.jiga.store.notification.model;

import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.ListingModerated;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.kernel.Dof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is told what about an event, in plain words. Money has words of its own: [MoneyMessages].
public final class Messages {
    private Messages() {}

    public static List<Message> published(AgentPublished event) {
        return List.of(new Message(
                event.ownerId(),
                "agent_published",
                event.agentName() + " is published",
                event.agentName() + " is on the marketplace now: players can find and hire it.",
                Facts.agent(event.agentName()),
                Subject.agent(event.agentId(), event.listingId())));
    }

    public static List<Message> reviewed(ReviewSubmitted event) {
        return List.of(new Message(
                event.ownerId(),
                "review_received",
                "A new review of your agent",
                "A player gave your agent " + Amounts.counted(event.rating(), "star") + " out of 5.",
                Facts.rating(event.rating()),
                new Subject(event.agentId(), event.listingId(), event.sessionId(), null)));
    }

    /// The player learns what it cost and why it ended, the owner how long it ran. Where the owner earned
    /// by it, the word of that says so: one notification, not two.
    public static List<Message> ended(SessionEnded event) {
        Subject about = Subject.session(event.sessionId(), event.agentId());
        Message player = new Message(
                event.playerId(),
                "session_ended",
                "Your session has ended",
                toThePlayer(event),
                facts(event, event.allocated()),
                about);
        if (event.ownerId().equals(event.playerId()) || event.wasCharged()) {
            return List.of(player);
        }
        return List.of(
                player,
                new Message(
                        event.ownerId(),
                        "agent_session_ended",
                        "A session with your agent has ended",
                        toTheOwner(event),
                        facts(event, null),
                        about));
    }

    private static Facts facts(SessionEnded event, @Nullable Dof allocated) {
        return Facts.session(event.sessionType(), event.reason(), event.activeMillis(), allocated, event.consumed());
    }

    /// The owner is told why.
    public static List<Message> moderated(ListingModerated event) {
        boolean down = event.status().equals("suspended");
        return List.of(new Message(
                event.ownerId(),
                "listing_moderated",
                event.agentName() + (down ? " was taken down" : " is up to you again"),
                (down
                                ? "An operator took its listing off the marketplace: "
                                : "An operator let its listing be as it was before: ")
                        + event.reason(),
                Facts.moderated(event.agentName(), event.status(), event.reason()),
                Subject.agent(event.agentId(), event.listingId())));
    }

    private static String toThePlayer(SessionEnded event) {
        if (neverStarted(event)) {
            return "Nobody connected in time, so it was closed. It cost you nothing.";
        }
        String lasted = "It ran for " + Amounts.span(event.activeMillis());
        String cost = event.sessionType().equals("trial")
                ? " and cost you nothing."
                : " and cost you " + Amounts.dof(event.consumed()) + " of the " + Amounts.dof(event.allocated())
                        + " set aside.";
        return why(event.reason()) + lasted + cost;
    }

    private static String toTheOwner(SessionEnded event) {
        if (neverStarted(event)) {
            return "The player never connected, so nothing was charged.";
        }
        String lasted = "It ran for " + Amounts.span(event.activeMillis());
        return event.sessionType().equals("trial")
                ? lasted + " as a free trial."
                : lasted + ", and the player used " + Amounts.dof(event.consumed()) + ".";
    }

    private static boolean neverStarted(SessionEnded event) {
        return event.reason().equals("never_connected");
    }

    /// A reason that we do not know yet is left unsaid.
    private static String why(String reason) {
        return switch (reason) {
            case "ended_by_player" -> "You ended it. ";
            case "ended_by_operator" -> "The store's operator ended it. ";
            case "allocation_exhausted" -> "The DOF set aside for it are used up. ";
            case "away_too_long" -> "You were away for too long. ";
            case "time_limit" -> "It reached its time limit. ";
            case "trial_over" -> "The trial is over. ";
            default -> "";
        };
    }
}
