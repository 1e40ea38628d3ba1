package ai.jiga.store.transaction.inbound;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.Wallet;
import ai.jiga.store.transaction.usecase.FoldEarnings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.Set;

/// What the ledger does about events: it opens wallets, and sees to it that earnings become spendable.
public final class LedgerEvents {
    static final String FOLD = "ledger.fold-earnings";
    /// Settlements within this time are folded together: a busy owner's wallet is written once, not once for each.
    private static final Duration FOLD_AFTER = Duration.ofSeconds(1);

    private LedgerEvents() {}

    /// A wallet for each new user.
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
        public void handle(Event event, Transaction tx) {
            UserId user = read(json, event, UserRegistered.class).userId();
            var ref = LedgerCollections.wallet(user);
            if (tx.get(ref).isEmpty()) {
                tx.create(ref, Wallet.empty(user, event.timestamp()));
            }
        }
    }

    /// Schedules the folding of what a settlement credited.
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
        public void handle(Event event, Transaction tx) {
            TransactionCompleted completed = read(json, event, TransactionCompleted.class);
            Distribution split = completed.distribution();
            UserId owner = completed.counterpartyId();
            if (split != null && owner != null && !split.owner().isZero() && !owner.equals(UserId.SYSTEM)) {
                var due = event.timestamp().plus(FOLD_AFTER);
                tasks.schedule(tx, new Task(FOLD, owner.value(), due, NullNode.getInstance()));
            }
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
            earnings.fold(UserId.of(task.id()));
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
