package ai.jiga.store.queue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.memory.MemoryDocuments;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SharedTransactionTest {
    private record Count(long number, long other) {}

    private static final Collection<Count> COUNTS =
            Collection.of("counts", Count.class).index(Index.asc("number"));
    private static final Ref<Count> A = COUNTS.id("a");
    private static final Ref<Count> B = COUNTS.id("b");

    private final MemoryDocuments documents =
            MemoryDocuments.open(Schema.of(COUNTS), DocumentJson.mapper(), InstantSource.system());

    @AfterEach
    void close() {
        documents.close();
    }

    private int share(List<Consumer<SharedTransaction>> all) {
        return documents.transact(whole -> {
            var shared = new SharedTransaction(whole);
            for (Consumer<SharedTransaction> one : all) {
                shared.another();
                one.accept(shared);
            }
            shared.end();
            return shared.writes();
        });
    }

    private Count at(Ref<Count> ref) {
        return documents.get(ref).map(Document::value).orElseThrow();
    }

    private static void addOne(SharedTransaction tx) {
        long before = tx.get(A).map(Document::value).map(Count::number).orElse(0L);
        tx.set(A, new Count(before + 1, 0));
    }

    @Test
    void whatOneWroteTheNextOneReads() {
        int writes = share(
                List.of(SharedTransactionTest::addOne, SharedTransactionTest::addOne, SharedTransactionTest::addOne));
        assertThat(at(A)).isEqualTo(new Count(3, 0));
        assertThat(writes).isOne();
    }

    @Test
    void whatOneDeletedTheNextOneMisses() {
        documents.transact(tx -> {
            tx.set(A, new Count(7, 7));
            return 7;
        });
        share(List.of(tx -> tx.delete(A), SharedTransactionTest::addOne));
        assertThat(at(A)).isEqualTo(new Count(1, 0));
    }

    @Test
    void severalAreReadInTheOrderAskedWhoeverWroteThem() {
        documents.transact(tx -> {
            tx.set(B, new Count(2, 0));
            return 2;
        });
        share(List.of(
                SharedTransactionTest::addOne,
                tx -> assertThat(tx.getAll(List.of(B, COUNTS.id("none"), A)))
                        .extracting(Document::id)
                        .containsExactly("b", "a")));
    }

    @Test
    void whatIsCountedInOneDocumentIsOneWrite() {
        Update one = Update.of().increment("number", 1);
        int writes = share(List.of(
                tx -> tx.upsert(A, new Count(0, 5), one),
                tx -> tx.upsert(A, new Count(0, 5), one.increment("other", 2)),
                tx -> tx.upsert(A, new Count(0, 5), one.set("other", 1L)),
                tx -> tx.upsert(A, new Count(0, 5), Update.of().increment("other", 3))));
        assertThat(at(A)).isEqualTo(new Count(3, 4));
        assertThat(writes).isOne();
    }

    @Test
    void whatTheEngineAloneCanTellIsNotGuessed() {
        Update one = Update.of().increment("number", 1);
        assertThatThrownBy(() -> share(List.of(tx -> tx.upsert(A, new Count(0, 0), one), tx -> tx.get(A))))
                .isInstanceOf(SharedTransaction.NotSharedException.class);
        assertThatThrownBy(() -> share(List.of(
                        SharedTransactionTest::addOne,
                        tx -> tx.query(COUNTS.query().ascending("number").limit(1)))))
                .isInstanceOf(SharedTransaction.NotSharedException.class);
        assertThatThrownBy(() -> share(List.of(SharedTransactionTest::addOne, tx -> tx.create(A, new Count(1, 1)))))
                .isInstanceOf(SharedTransaction.NotSharedException.class);
        assertThat(documents.get(A)).isEmpty();
    }

    @Test
    void eachReadsBeforeItWrites() {
        assertThatThrownBy(() -> share(List.of(tx -> {
                    tx.set(A, new Count(1, 1));
                    tx.get(B);
                })))
                .isInstanceOf(IllegalTransactionException.class);
    }
}
