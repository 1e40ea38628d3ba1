package ai.jiga.store.queue.local;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.PreconditionFailedException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.UndeclaredIndexException;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.InboxEntry;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TransactionalHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// One attempt at bringing one event to one handler.
final class Delivery {
    /// Longer than an event can come again: topics keep events for a day.
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final DocumentStore store;
    private final InstantSource clock;

    Delivery(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    static Ref<InboxEntry> inbox(String handler, String eventId) {
        return Outbox.INBOX.id(handler + ":" + eventId);
    }

    static InboxEntry proof(String handler, String eventId, Instant now) {
        return new InboxEntry(handler, eventId, now, now.plus(REMEMBERED));
    }

    /// @param last the entry to delete with the effect, where the handler is a transactional one
    Outcome attempt(EventHandler handler, Event event, @Nullable Ref<?> last) {
        return switch (handler) {
            case TransactionalHandler transactional -> new Once(transactional, event, last, clock.instant()).run();
            case IdempotentHandler idempotent -> attempt(idempotent, event);
        };
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a handler throws, the lane must live and the event be parked
    private Outcome attempt(IdempotentHandler handler, Event event) {
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            handler.handle(event);
            return new Outcome.Done(false);
        } catch (ContentionException contention) {
            return new Outcome.StoreFault(contention);
        } catch (Throwable failure) {
            return new Outcome.Failed(failure);
        }
    }

    /// Effect and proof in one transaction. Its body may run several times.
    private final class Once {
        private final TransactionalHandler handler;
        private final Event event;
        private final @Nullable Ref<?> last;
        private final InboxEntry proof;

        /// What the handler threw in the body's latest run. Volatile, as the body may run on another thread.
        private volatile @Nullable Throwable thrown;

        Once(TransactionalHandler handler, Event event, @Nullable Ref<?> last, Instant now) {
            this.handler = handler;
            this.event = event;
            this.last = last;
            this.proof = proof(handler.name(), event.id(), now);
        }

        Outcome run() {
            try {
                store.transact(this::body);
                return new Outcome.Done(last != null);
            } catch (Throwable failure) {
                return isTheStores(failure) ? new Outcome.StoreFault(failure) : new Outcome.Failed(failure);
            }
        }

        /// @return whether this run had the effect
        private boolean body(Transaction tx) {
            thrown = null;
            Ref<InboxEntry> inbox = inbox(handler.name(), event.id());
            boolean open = tx.get(inbox).isEmpty();
            if (open) {
                handle(tx);
                tx.set(inbox, proof);
            }
            if (last != null) {
                tx.delete(last);
            }
            return open;
        }

        private void handle(Transaction tx) {
            try (var _ = new RequestTrace(event.metadata().requestId())) {
                handler.handle(event, tx);
            } catch (RuntimeException | Error failure) {
                thrown = failure;
                throw failure;
            }
        }

        @SuppressWarnings("ReferenceEquality") // the very throwable, not one like it
        private boolean isTheStores(Throwable failure) {
            if (failure instanceof ContentionException) {
                return true;
            }
            Throwable handlers = thrown;
            if (handlers != null && (failure == handlers || failure.getCause() == handlers)) {
                return false;
            }
            // What the store says of the handler's writes at commit is the handler's doing.
            return !(failure instanceof AlreadyExistsException
                    || failure instanceof MissingDocumentException
                    || failure instanceof PreconditionFailedException
                    || failure instanceof IllegalTransactionException
                    || failure instanceof UndeclaredIndexException
                    || failure instanceof IllegalArgumentException
                    || failure instanceof ArithmeticException);
        }
    }
}
