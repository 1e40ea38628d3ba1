package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.InboxEntry;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// For engines on which an event that was handled may come again.
public abstract class RepetitionContract extends EventContract {
    private static final String CHANGED = "agent.changed";

    private Writer writer(DocumentStore store, Consumer<String> relay) {
        return new Writer(store, new Outbox("test", mapper, clock, this::nextId, relay, () -> null, () -> null));
    }

    @Test
    void anEventThatComesTwiceTakesEffectOnce() {
        DocumentStore store = store();
        writer(store, _ -> {}).touch(CHANGED, "a");
        OutboxEntry entry = onlyEntry(store);
        var recorder = new Recorder("recorder", CHANGED);
        EventQueue queue = started(store, recorder);
        idle(queue);
        store.transact(tx -> {
            tx.create(Outbox.ENTRIES.id(entry.event().id()), entry);
            tx.afterCommit(() -> queue.wake("a"));
            return entry;
        });
        idle(queue);
        assertThat(recorder.done(store, "a")).containsExactly(1L);
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void ofWhatIsRepeatableNoProofIsKept() {
        DocumentStore store = store();
        var once = new Recorder("once", CHANGED);
        var often = new Recorder("often", CHANGED).repeatable();
        EventQueue queue = started(store, once, often);
        writer(store, queue::wake).touch(CHANGED, "a");
        idleAgain(queue, () -> assertThat(often.done(store, "a")).containsExactly(1L));
        assertThat(once.done(store, "a")).containsExactly(1L);
        assertThat(store.query(Outbox.INBOX.query().limit(10)).values())
                .extracting(InboxEntry::handler)
                .containsExactly("once");
    }

    private static OutboxEntry onlyEntry(DocumentStore store) {
        return store.query(Outbox.ENTRIES.query().limit(10)).values().getFirst();
    }
}
