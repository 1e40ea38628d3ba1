package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One transaction for several that each read and then write. What one has written the next one reads; the
/// engine, which takes no read after a write, is given the writes when all have run. What two of them write
/// to one document is one write where it can be.
final class SharedTransaction implements Transaction {
    private final Transaction whole;
    private final Map<Ref<?>, Pending> pending = new LinkedHashMap<>();
    private @Nullable Ref<?> written;

    SharedTransaction(Transaction whole) {
        this.whole = whole;
    }

    /// One of them needs what only a transaction of its own can tell it, or do.
    static final class NotSharedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSharedException(Ref<?> ref) {
            super(ref + " was changed in this transaction before");
        }
    }

    /// What happens to one document.
    private static final class Pending {
        private final List<Step> steps = new ArrayList<>(1);
        private @Nullable Object value;
        private boolean known;

        /// @param becomes the document afterwards; null: it is gone
        private void replace(Step step, @Nullable Object becomes) {
            if (steps.stream().allMatch(Step::bindsNothing)) {
                steps.clear();
            }
            add(step, becomes);
        }

        private void add(Step step, @Nullable Object becomes) {
            steps.add(step);
            value = becomes;
            known = true;
        }

        private void change(Step step) {
            steps.add(step);
            known = false;
        }
    }

    /// A write that waits.
    private sealed interface Step {
        void write(Transaction tx);

        /// Whether it may be left out where a later write replaces the document.
        default boolean bindsNothing() {
            return false;
        }

        record Created<T>(Ref<T> ref, T value) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.create(ref, value);
            }
        }

        record Set<T>(Ref<T> ref, T value) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.set(ref, value);
            }

            @Override
            public boolean bindsNothing() {
                return true;
            }
        }

        record Replaced<T>(Ref<T> ref, T value, Instant updatedAt) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.replace(ref, value, updatedAt);
            }
        }

        record Updated(Ref<?> ref, Update update) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.update(ref, update);
            }
        }

        record Upserted<T>(Ref<T> ref, T initial, Update update) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.upsert(ref, initial, update);
            }

            @Override
            public boolean bindsNothing() {
                return true;
            }
        }

        record Deleted(Ref<?> ref) implements Step {
            @Override
            public void write(Transaction tx) {
                tx.delete(ref);
            }

            @Override
            public boolean bindsNothing() {
                return true;
            }
        }
    }

    /// Another begins. Each is held to what a transaction of its own would hold it to: reads before writes.
    void another() {
        written = null;
    }

    /// How many writes there are by now.
    int writes() {
        return pending.values().stream().mapToInt(of -> of.steps.size()).sum();
    }

    /// Hands the writes to the engine. Nothing is read afterwards.
    void end() {
        pending.values().forEach(of -> of.steps.forEach(step -> step.write(whole)));
    }

    private void beforeRead() {
        if (written != null) {
            throw new IllegalTransactionException(
                    "a transaction reads before it writes; it has written " + written + " already");
        }
    }

    private Pending at(Ref<?> ref) {
        written = ref;
        return pending.computeIfAbsent(ref, _ -> new Pending());
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        beforeRead();
        Pending before = pending.get(ref);
        return before == null ? whole.get(ref) : afterwards(ref, before);
    }

    /// As it will be. When it was written is not known yet.
    private static <T> Optional<Document<T>> afterwards(Ref<T> ref, Pending before) {
        if (!before.known) {
            throw new NotSharedException(ref);
        }
        return Optional.ofNullable(before.value)
                .map(value -> new Document<>(ref, ref.collection().type().cast(value), Instant.MAX, Instant.MAX));
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        beforeRead();
        Map<Ref<T>, Document<T>> found = new LinkedHashMap<>();
        whole.getAll(refs.stream().filter(ref -> !pending.containsKey(ref)).toList())
                .forEach(document -> found.put(document.ref(), document));
        for (Ref<T> ref : refs) {
            Pending before = pending.get(ref);
            if (before != null) {
                afterwards(ref, before).ifPresent(document -> found.put(ref, document));
            }
        }
        return refs.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return unchanged(query, whole.query(query));
    }

    @Override
    public long count(Query<?> query) {
        return unchanged(query, whole.count(query));
    }

    @Override
    public long sum(Query<?> query, String field) {
        return unchanged(query, whole.sum(query, field));
    }

    private <R> R unchanged(Query<?> query, R answer) {
        beforeRead();
        for (Ref<?> ref : pending.keySet()) {
            if (ref.collection().name().equals(query.collection().name())) {
                throw new NotSharedException(ref);
            }
        }
        return answer;
    }

    @Override
    public <T> void create(Ref<T> ref, T value) {
        if (pending.containsKey(ref)) {
            throw new NotSharedException(ref);
        }
        at(ref).add(new Step.Created<>(ref, value), value);
    }

    @Override
    public <T> void set(Ref<T> ref, T value) {
        at(ref).replace(new Step.Set<>(ref, value), value);
    }

    @Override
    public <T> void replace(Ref<T> ref, T value, Instant updatedAt) {
        if (pending.containsKey(ref)) {
            throw new NotSharedException(ref);
        }
        at(ref).add(new Step.Replaced<>(ref, value, updatedAt), value);
    }

    @Override
    public void update(Ref<?> ref, Update update) {
        at(ref).change(new Step.Updated(ref, update));
    }

    @Override
    public <T> void upsert(Ref<T> ref, T initial, Update update) {
        Pending before = at(ref);
        if (before.steps.size() == 1 && before.steps.getFirst() instanceof Step.Upserted<?> one) {
            before.steps.clear();
            before.change(again(one, update));
        } else {
            before.change(new Step.Upserted<>(ref, initial, update));
        }
    }

    private static <T> Step again(Step.Upserted<T> one, Update more) {
        return new Step.Upserted<>(one.ref(), one.initial(), Updates.together(one.update(), more));
    }

    @Override
    public void delete(Ref<?> ref) {
        at(ref).replace(new Step.Deleted(ref), null);
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        whole.afterCommit(wakeUp);
    }
}
