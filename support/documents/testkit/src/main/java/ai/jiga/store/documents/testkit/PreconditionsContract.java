package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.PreconditionFailedException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Compare and set by the time of the last write.
public interface PreconditionsContract extends EngineUnderTest {
    private static void replace(DocumentStore store, Ref<Wallet> ref, Wallet value, Instant seen) {
        store.transact(tx -> {
            tx.replace(ref, value, seen);
            return true;
        });
    }

    @Test
    default void aReplaceNeedsTheLastWriteToBeTheOneSeen() {
        try (DocumentStore store = open()) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(1, 0));
            Instant seen = store.get(ref).orElseThrow().updatedAt();
            replace(store, ref, new Wallet(2, 0), seen);
            assertThatThrownBy(() -> replace(store, ref, new Wallet(3, 0), seen))
                    .isInstanceOf(PreconditionFailedException.class);
            assertThat(read(store, ref).available()).isEqualTo(2);
        }
    }

    @Test
    default void aReplaceOfWhatIsGoneOrWasMadeAnewFails() {
        try (DocumentStore store = open()) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(1, 0));
            Instant seen = store.get(ref).orElseThrow().updatedAt();
            store.transact(tx -> {
                tx.delete(ref);
                return true;
            });
            assertThatThrownBy(() -> replace(store, ref, new Wallet(3, 0), seen))
                    .isInstanceOf(PreconditionFailedException.class);
            put(store, ref, new Wallet(4, 0));
            assertThatThrownBy(() -> replace(store, ref, new Wallet(3, 0), seen))
                    .isInstanceOf(PreconditionFailedException.class);
        }
    }
}
