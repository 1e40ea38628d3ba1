package ai.jiga.store.documents.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.memory.MemoryDocuments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LostAnswersTest {
    private static final Collection<Wallet> WALLETS = Collection.of("wallets", Wallet.class);
    private static final Collection<Proof> PROOFS = Collection.of("proofs", Proof.class);
    private static final Ref<Wallet> WALLET = WALLETS.id("w");

    private final DocumentStore sound =
            MemoryDocuments.open(Schema.of(WALLETS, PROOFS), DocumentJson.mapper(), InstantSource.fixed(Instant.EPOCH));

    private record Wallet(long available) {}

    private record Proof(long paid) {}

    private FaultyDocuments with(Fault... faults) {
        sound.transact(tx -> {
            tx.set(WALLET, new Wallet(100));
            return true;
        });
        return new FaultyDocuments(sound, FaultPlan.inOrder(faults));
    }

    /// Pays once, whatever happens: it reads the record that proves that it ran.
    private static TransactionBody<Long> payOnce() {
        return tx -> {
            Ref<Proof> proof = PROOFS.id("p");
            if (tx.get(proof).isPresent()) {
                return tx.get(WALLET).orElseThrow().value().available();
            }
            long left = tx.get(WALLET).orElseThrow().value().available() - 30;
            tx.set(WALLET, new Wallet(left));
            tx.create(proof, new Proof(30));
            return left;
        };
    }

    private long available() {
        return sound.get(WALLET).orElseThrow().value().available();
    }

    @Test
    void aBodyWithItsProofTakesEffectOnceThoughItsAnswerIsLost() {
        assertThat(with(Fault.ANSWER_LOST).transact(payOnce())).isEqualTo(70);
        assertThat(available()).isEqualTo(70);
    }

    @Test
    void aBodyWithoutAProofIsFoundOut() {
        FaultyDocuments store = with(Fault.ANSWER_LOST, Fault.ANSWER_LOST);
        store.transact(tx -> {
            tx.update(WALLET, Update.of().increment("available", -30));
            return true;
        });
        assertThat(available()).isEqualTo(40);
        assertThatThrownBy(() -> store.transact(tx -> {
                    tx.create(PROOFS.id("new"), new Proof(1));
                    return true;
                }))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void wakeUpsOfACommitThatNobodyHeardOfDoNotRun() {
        var wakeUps = new AtomicInteger();
        with(Fault.ANSWER_LOST).transact(tx -> {
            tx.afterCommit(wakeUps::incrementAndGet);
            return true;
        });
        assertThat(wakeUps).hasValue(1);
    }

    @Test
    void theCallerIsToldWhatWasNotDoneAndWhatIsUnknown() {
        FaultyDocuments store = with(Fault.CONTENDED, Fault.TIMED_OUT_BEFORE, Fault.TIMED_OUT_AFTER);
        assertThatThrownBy(() -> store.transact(payOnce())).isInstanceOf(ContentionException.class);
        assertThatThrownBy(() -> store.transact(payOnce())).isInstanceOf(StoreUnavailableException.class);
        assertThat(available()).isEqualTo(100);
        assertThatThrownBy(() -> store.transact(payOnce())).isInstanceOf(StoreUnavailableException.class);
        assertThat(available()).isEqualTo(70);
        assertThat(store.transact(payOnce())).isEqualTo(70);
    }
}
