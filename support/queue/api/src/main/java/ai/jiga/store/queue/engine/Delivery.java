package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.PreconditionFailedException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.UndeclaredIndexException;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.InboxEntry;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt at bringing one event to one handler.
public final class Delivery {
    private final DocumentStore store;
    private final InstantSource clock;

    public Delivery(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// For whoever knows that no earlier event of the key is parked for the handler.
    ///
    /// @param last the entry to delete with the effect, where the handler is a transactional one
    public Outcome attempt(EventHandler handler, Event event, @Nullable Ref<?> last) {
        return switch (handler) {
            case TransactionalHandler transactional -> new Once(transactional, event, last, false).run();
            case IdempotentHandler idempotent -> call(idempotent, event);
        };
    }

    /// For engines on which another process may have parked an earlier event, and on which an event comes again: what
    /// is parked is asked in the transaction of the effect, and the proof is kept for handlers of both kinds.
    /// For an idempotent one, effect and proof are two steps; between them it is called again. Neither is needed of
    /// what is repeatable.
    public Outcome attemptInLine(EventHandler handler, Event event) {
        if (!EventHandlers.wants(handler, event)) {
            return new Outcome.Done(false);
        }
        return switch (handler) {
            case TransactionalHandler transactional -> new Once(transactional, event, null, true).run();
            case IdempotentHandler idempotent ->
                isRepeatable(idempotent, event) ? call(idempotent, event) : callInLine(idempotent, event);
        };
    }

    /// Whether the handler says so. One that fails at the question is given the event like any other, fails at that,
    /// and the event is parked.
    public static boolean isRepeatable(EventHandler handler, Event event) {
        try {
            return handler.isRepeatable(event);
        } catch (RuntimeException | Error cannotTell) {
            return false;
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a handler throws, the lane must live and the event be parked
    private static Outcome call(IdempotentHandler handler, Event event) {
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            handler.handle(event);
            return new Outcome.Done(false);
        } catch (ContentionException | StorageException | StoreUnavailableException fault) {
            return new Outcome.StoreFault(fault);
        } catch (Throwable failure) {
            return new Outcome.Failed(failure);
        }
    }

    private Outcome callInLine(IdempotentHandler handler, Event event) {
        Ref<InboxEntry> inbox = Inbox.ref(handler.name(), event.id());
        var line = new Line(handler.name(), event.metadata().key());
        try {
            if (store.get(inbox).isPresent()) {
                return new Outcome.Done(false);
            }
            boolean lined = !store.query(ParkedLines.frontOf(line)).documents().isEmpty();
            if (lined && store.transact(tx -> holdsBack(tx, line, event, clock.instant()))) {
                ParkedLines.logHeldBack(line, event);
                return new Outcome.HeldBack();
            }
            Outcome outcome = call(handler, event);
            if (outcome instanceof Outcome.Done) {
                InboxEntry proof = Inbox.proof(handler.name(), event.id(), clock.instant());
                store.transact(tx -> {
                    tx.set(inbox, proof);
                    return proof;
                });
            }
            return outcome;
        } catch (RuntimeException fault) {
            return new Outcome.StoreFault(fault);
        }
    }

    /// Reads, and writes only what ends the matter.
    ///
    /// @return whether the line holds the event back; it stands in it then
    private static boolean holdsBack(Transaction tx, Line line, Event event, Instant now) {
        boolean lined = !tx.query(ParkedLines.frontOf(line)).documents().isEmpty();
        if (!lined) {
            return false;
        }
        Ref<ParkedEvent> ref = ParkedLines.ref(line.handler(), event);
        Optional<?> there = tx.get(ref);
        if (there.isEmpty()) {
            tx.create(ref, ParkedLines.heldBack(line, event, now));
        }
        return true;
    }

    /// Effect and proof in one transaction. Its body may run several times.
    private final class Once {
        private final TransactionalHandler handler;
        private final Event event;
        private final @Nullable Ref<?> last;
        private final boolean inLine;
        private final boolean proves;
        private final Instant now = clock.instant();

        /// What the handler threw in the body's latest run. Volatile, as the body may run on another thread.
        private volatile @Nullable Throwable thrown;

        Once(TransactionalHandler handler, Event event, @Nullable Ref<?> last, boolean inLine) {
            this.handler = handler;
            this.event = event;
            this.last = last;
            this.proves = !isRepeatable(handler, event);
            this.inLine = inLine && proves;
        }

        Outcome run() {
            try {
                Outcome outcome = store.transact(this::body);
                if (outcome instanceof Outcome.HeldBack) {
                    ParkedLines.logHeldBack(line(), event);
                }
                return outcome;
            } catch (Throwable failure) {
                return isTheStores(failure) ? new Outcome.StoreFault(failure) : new Outcome.Failed(failure);
            }
        }

        private Line line() {
            return new Line(handler.name(), event.metadata().key());
        }

        private Outcome body(Transaction tx) {
            thrown = null;
            Ref<InboxEntry> inbox = Inbox.ref(handler.name(), event.id());
            boolean open = !proves || tx.get(inbox).isEmpty();
            if (open && inLine && holdsBack(tx, line(), event, now)) {
                return new Outcome.HeldBack();
            }
            if (open) {
                handle(tx);
            }
            if (open && proves) {
                tx.set(inbox, Inbox.proof(handler.name(), event.id(), now));
            }
            if (last != null) {
                tx.delete(last);
            }
            return new Outcome.Done(last != null);
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
            if (failure instanceof ContentionException
                    || failure instanceof StorageException
                    || failure instanceof StoreUnavailableException) {
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
