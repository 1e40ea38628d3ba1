package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.PAYMENT_METHODS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.UnreadableFieldException;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.PaymentMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Encrypted fields go through the cipher, bound to where they lie.
public interface EncryptedFieldsContract extends EngineUnderTest {
    @Test
    default void anEncryptedFieldIsSealedForItsPlaceAndComesBackPlain() {
        var cipher = new ReadableCipher();
        try (DocumentStore store = open(StoreSetup.standard().cipher(cipher).withoutRehearsal())) {
            Ref<PaymentMethod> ref = put(store, PAYMENT_METHODS, "p", new PaymentMethod("Visa", "4242"));
            assertThat(cipher.placesEncrypted()).containsExactly("payment_methods/p#token");
            assertThat(read(store, ref)).isEqualTo(new PaymentMethod("Visa", "4242"));
            assertThat(store.query(PAYMENT_METHODS.query().limit(1)).values())
                    .containsExactly(new PaymentMethod("Visa", "4242"));
        }
    }

    @Test
    default void anUpdateSealsTheFieldToo() {
        var cipher = new ReadableCipher();
        try (DocumentStore store = open(StoreSetup.standard().cipher(cipher).withoutRehearsal())) {
            Ref<PaymentMethod> ref = put(store, PAYMENT_METHODS, "p", new PaymentMethod("Visa", "4242"));
            store.transact(tx -> {
                tx.update(ref, Update.of().set("token", "5353").set("label", "Master"));
                return true;
            });
            assertThat(cipher.placesEncrypted()).hasSize(2);
            assertThat(read(store, ref)).isEqualTo(new PaymentMethod("Master", "5353"));
            for (Update update : List.of(
                    Update.of().increment("token", 1),
                    Update.of().arrayUnion("token", "x"),
                    Update.of().set("token.inner", "x"),
                    Update.of().set("token", 7))) {
                assertThatThrownBy(() -> store.transact(tx -> {
                            tx.update(ref, update);
                            return true;
                        }))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    default void absentFieldsStayAbsent() {
        var cipher = new ReadableCipher();
        try (DocumentStore store = open(StoreSetup.standard().cipher(cipher))) {
            Ref<PaymentMethod> ref = put(store, PAYMENT_METHODS, "p", new PaymentMethod("Visa", null));
            assertThat(read(store, ref).token()).isNull();
            assertThat(cipher.placesEncrypted()).isEmpty();
        }
    }

    @Test
    default void aFieldThatWasMovedIsNotRead() {
        var moved = new FieldCipher() {
            private final ReadableCipher inner = new ReadableCipher();

            @Override
            public String encrypt(String plaintext, String place) {
                return inner.encrypt(plaintext, place.replace("/thief#", "/victim#"));
            }

            @Override
            public String decrypt(String ciphertext, String place) {
                return inner.decrypt(ciphertext, place);
            }
        };
        try (DocumentStore store = open(StoreSetup.standard().cipher(moved))) {
            Ref<PaymentMethod> thief = put(store, PAYMENT_METHODS, "thief", new PaymentMethod("Visa", "4242"));
            assertThatThrownBy(() -> store.get(thief)).isInstanceOf(UnreadableFieldException.class);
        }
    }
}
