package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A transaction that reads through the engine and collects its writes, encoded as they are made, until the body has
/// returned. It holds the body to the rules: reads before writes, at most 500 writes, and no use afterwards.
public final class BufferedTransaction implements Transaction {
    private static final System.Logger LOG = System.getLogger(BufferedTransaction.class.getName());

    private final Reader reader;
    private final Codec codec;
    private final List<Write> writes = new ArrayList<>(4);
    private final List<Runnable> wakeUps = new ArrayList<>(1);
    private boolean ended;

    /// @param reader sees one state until the transaction's writes are applied
    public BufferedTransaction(Reader reader, Codec codec) {
        this.reader = reader;
        this.codec = codec;
    }

    /// What the body wrote, in its order. Ends the transaction.
    public List<Write> end() {
        ended = true;
        return writes;
    }

    /// Called by the thread that asked for the transaction, once it has committed. A wake-up that fails is
    /// logged: the transaction has committed, and saying otherwise would be wrong.
    public void runWakeUps() {
        for (Runnable wakeUp : wakeUps) {
            try {
                wakeUp.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A wake-up after a commit failed", e);
            }
        }
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        beforeRead();
        return reader.get(ref);
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        beforeRead();
        return reader.getAll(refs);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        beforeRead();
        return reader.query(query);
    }

    @Override
    public long count(Query<?> query) {
        beforeRead();
        return reader.count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        beforeRead();
        return reader.sum(query, field);
    }

    @Override
    public <T> void create(Ref<T> ref, T value) {
        beforeWrite(ref);
        writes.add(new Write.Create(ref, codec.encode(ref, value)));
    }

    @Override
    public <T> void set(Ref<T> ref, T value) {
        beforeWrite(ref);
        writes.add(new Write.Set(ref, codec.encode(ref, value)));
    }

    @Override
    public <T> void replace(Ref<T> ref, T value, Instant updatedAt) {
        beforeWrite(ref);
        writes.add(new Write.Replace(ref, codec.encode(ref, value), updatedAt));
    }

    @Override
    public void update(Ref<?> ref, Update update) {
        beforeWrite(ref);
        writes.add(new Write.Change(ref, update));
    }

    @Override
    public <T> void upsert(Ref<T> ref, T initial, Update update) {
        beforeWrite(ref);
        writes.add(new Write.Upsert(ref, codec.encode(ref, initial), update));
    }

    @Override
    public void delete(Ref<?> ref) {
        beforeWrite(ref);
        writes.add(new Write.Delete(ref));
    }

    @Override
    public void afterCommit(Runnable wakeUp) {
        checkOpen();
        wakeUps.add(wakeUp);
    }

    private void beforeRead() {
        checkOpen();
        if (!writes.isEmpty()) {
            throw new IllegalTransactionException("a transaction reads before it writes; it has written "
                    + writes.getFirst().ref() + " already");
        }
    }

    private void beforeWrite(Ref<?> ref) {
        checkOpen();
        codec.schema().check(ref.collection());
        if (writes.size() == MAX_WRITES) {
            throw new IllegalTransactionException("a transaction has at most " + MAX_WRITES + " writes");
        }
    }

    private void checkOpen() {
        if (ended) {
            throw new IllegalTransactionException("the transaction has ended; its body may not hand it out");
        }
    }
}
