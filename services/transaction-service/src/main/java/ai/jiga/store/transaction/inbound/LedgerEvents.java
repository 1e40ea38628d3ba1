package ai.jiga.store.transaction.inbound;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.Wallet;
import ai.jiga.store.transaction.usecase.CloseDays;
import ai.jiga.store.transaction.usecase.CloseUnpaidCheckout;
import ai.jiga.store.transaction.usecase.FoldEarnings;
import ai.jiga.store.transaction.usecase.StartPurchase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/// What the ledger does about events: it opens wallets, and sees to it that earnings become spendable.
public final class LedgerEvents {
    static final String FOLD = "ledger.fold-earnings";

    private LedgerEvents() {}

    /// A wallet for each new user, unless there is one.
    public static final class OpenWallet implements TransactionalHandler {
        private final ObjectMapper json;

        public OpenWallet(ObjectMapper json) {
            this.json = json;
        }

        @Override
        public String name() {
            return "ledger.open-wallet";
        }

        @Override
        public Set<String> types() {
            return Set.of(UserRegistered.TYPE);
        }

        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        @Override
        public void handle(Event event, Transaction tx) {
            UserId user = read(json, event, UserRegistered.class).userId();
            var ref = LedgerCollections.wallet(user);
            if (tx.get(ref).isEmpty()) {
                tx.create(ref, Wallet.empty(user, event.timestamp()));
            }
        }
    }

    /// Schedules the folding of what a settlement credited to owner and creator. All settlements within the
    /// same second are folded together, so a busy owner's wallet is written once a second, not once for
    /// each; each second has a task of its own, because a task that every settlement moved would never be
    /// due. Folding again what is folded does nothing.
    public static final class ScheduleFold implements TransactionalHandler {
        private final ObjectMapper json;
        private final Tasks tasks;

        public ScheduleFold(ObjectMapper json, Tasks tasks) {
            this.json = json;
            this.tasks = tasks;
        }

        @Override
        public String name() {
            return "ledger.schedule-fold";
        }

        @Override
        public Set<String> types() {
            return Set.of(TransactionCompleted.TYPE);
        }

        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        /// Where nothing was split, nobody earned.
        @Override
        public boolean wants(Event event) {
            return event.data().hasNonNull("distribution");
        }

        @Override
        public void handle(Event event, Transaction tx) {
            var completed = read(json, event, TransactionCompleted.class);
            LedgerTransaction settled = tx.get(LedgerCollections.transaction(completed.transactionId()))
                    .map(Document::value)
                    .orElseThrow();
            long second = event.timestamp().getEpochSecond() + 1;
            for (UserId earner : earners(settled)) {
                var payload = TextNode.valueOf(earner.value());
                tasks.schedule(tx, new Task(FOLD, earner + "-" + second, Instant.ofEpochSecond(second), payload));
            }
        }

        /// Whose shards were credited: what a payer gets back of own earnings went to the wallet at once.
        private static Set<UserId> earners(LedgerTransaction settled) {
            var earners = new TreeSet<UserId>(Comparator.comparing(UserId::value));
            for (Posting posting : settled.postings()) {
                var account = new Account(posting.account());
                UserId user = account.user();
                if (account.kind().equals("earnings") && user != null && !user.equals(settled.userId())) {
                    earners.add(user);
                }
            }
            return earners;
        }
    }

    public static final class Fold implements TaskHandler {
        private final FoldEarnings earnings;

        public Fold(FoldEarnings earnings) {
            this.earnings = earnings;
        }

        @Override
        public String kind() {
            return FOLD;
        }

        @Override
        public void run(Task task) {
            earnings.fold(UserId.of(task.payload().asText()));
        }
    }

    /// A day is over.
    public record CloseDay(CloseDays days) implements TaskHandler {
        @Override
        public String kind() {
            return CloseDays.TASK;
        }

        @Override
        public void run(Task task) {
            days.run();
        }
    }

    /// Gives up a checkout that nobody paid in time.
    public static final class CloseCheckout implements TaskHandler {
        private final CloseUnpaidCheckout checkouts;

        public CloseCheckout(CloseUnpaidCheckout checkouts) {
            this.checkouts = checkouts;
        }

        @Override
        public String kind() {
            return StartPurchase.CLOSE_CHECKOUT;
        }

        @Override
        public void run(Task task) {
            checkouts.close(TransactionId.of(task.id()));
        }
    }

    private static <T> T read(ObjectMapper json, Event event, Class<T> type) {
        try {
            return json.treeToValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": event " + event.id(), e);
        }
    }
}
