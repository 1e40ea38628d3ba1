package ai.jiga.store.notification.model;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.kernel.UserId;
import java.util.ArrayList;
import java.util.List;

/// What is said about a transaction that was posted: a confirmation to whoever started it, and word to whoever received
/// from it. Of a hire, the end of its session tells the player what it cost.
public final class MoneyMessages {
    private MoneyMessages() {}

    public static List<Message> completed(TransactionCompleted event) {
        List<Message> messages = new ArrayList<>();
        if (!event.transactionType().equals("hire")) {
            messages.add(confirmation(event));
        }
        UserId counterparty = event.counterpartyId();
        if (counterparty != null && !counterparty.equals(event.userId())) {
            Distribution split = event.distribution();
            if (event.transactionType().equals("transfer")) {
                messages.add(message(
                        counterparty,
                        event,
                        "transfer_received",
                        "You received DOF",
                        "Another user sent you " + Amounts.dof(event.amount()) + ".",
                        Facts.received(event.amount(), null)));
            } else if (split != null && !split.owner().isZero()) {
                messages.add(message(
                        counterparty,
                        event,
                        "earning",
                        "Your agent earned DOF",
                        "Your share of a hire is " + Amounts.dof(split.owner()) + " out of "
                                + Amounts.dof(event.amount()) + ".",
                        Facts.received(split.owner(), event.amount())));
            }
        }
        return List.copyOf(messages);
    }

    private static Message confirmation(TransactionCompleted event) {
        String dof = Amounts.dof(event.amount());
        return switch (event.transactionType()) {
            case "purchase" -> confirmed(event, "Your purchase is complete", dof + " are in your wallet.");
            case "transfer" ->
                confirmed(event, "Your transfer is complete", "You sent " + dof + ". The fee came on top of that.");
            case "variant_creation" -> confirmed(event, "Your variant is paid", "It cost " + dof + ", once.");
            case "refund" -> confirmed(event, "You have a refund", dof + " are back in your wallet.");
            case "sellback" -> confirmed(event, "Your sale is complete", "You sold back " + dof + ".");
            case "grant" -> confirmed(event, "You were given DOF", dof + " are in your wallet.");
            default -> confirmed(event, "A transaction is complete", "It was about " + dof + ".");
        };
    }

    private static Message confirmed(TransactionCompleted event, String title, String text) {
        return message(
                event.userId(),
                event,
                "transaction_completed",
                title,
                text,
                Facts.transaction(event.transactionType(), event.amount()));
    }

    private static Message message(
            UserId recipient, TransactionCompleted event, String kind, String title, String text, Facts params) {
        Subject about = Subject.transaction(event.transactionId(), event.sessionId(), event.agentId());
        return new Message(recipient, kind, title, text, params, about);
    }
}
