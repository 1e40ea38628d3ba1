package ai.jiga.store.documents.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Update;
import ai.jiga.store.emulators.testkit.Emulators;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is counted is what the vendor would bill.
class BillingTest {
    private static final Collection<Item> ITEMS =
            Collection.of("items", Item.class).index(Index.asc("number")).sums("number");
    private static final FieldCipher NONE = new FieldCipher() {
        @Override
        public String encrypt(String plaintext, String place) {
            return plaintext;
        }

        @Override
        public String decrypt(String ciphertext, String place) {
            return ciphertext;
        }
    };

    private record Item(long number) {}

    @Test
    void readsWritesAndDeletesAreCountedByTheDocument() {
        try (var store = FirestoreDocuments.open(
                FirestoreTarget.project(Emulators.freshProject()).on(Emulators.firestore()),
                Schema.of(ITEMS),
                DocumentJson.mapper(),
                NONE)) {
            store.transact(tx -> {
                tx.create(ITEMS.id("a"), new Item(1));
                tx.set(ITEMS.id("b"), new Item(2));
                tx.update(ITEMS.id("b"), Update.of().increment("number", 1));
                return true;
            });
            assertThat(store.operations()).isEqualTo(new OperationCount(0, 2, 0));

            OperationCount before = store.operations();
            store.getAll(List.of(ITEMS.id("a"), ITEMS.id("none")));
            store.query(ITEMS.query().ascending("number").limit(5));
            store.query(ITEMS.query().where("number").is(99).limit(5));
            store.sum(ITEMS.query(), "number");
            assertThat(store.operations().since(before)).isEqualTo(new OperationCount(2 + 2 + 1 + 1, 0, 0));

            before = store.operations();
            store.transact(tx -> {
                tx.upsert(ITEMS.id("a"), new Item(0), Update.of().increment("number", 1));
                tx.delete(ITEMS.id("b"));
                return true;
            });
            assertThat(store.operations().since(before)).isEqualTo(new OperationCount(1, 1, 1));
            assertThat(store.operationsByCollection()).containsExactly(Map.entry("items", store.operations()));
        }
    }
}
