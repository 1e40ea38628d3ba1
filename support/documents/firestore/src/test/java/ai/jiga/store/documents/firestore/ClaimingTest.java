package ai.jiga.store.documents.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.UnreadableFieldException;
import ai.jiga.store.emulators.testkit.Emulators;
import com.google.cloud.firestore.FirestoreOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimingTest {
    private final FirestoreTarget target =
            FirestoreTarget.project(Emulators.freshProject()).on(Emulators.firestore());

    private FirestoreDocuments open() {
        return FirestoreDocuments.open(target, Schema.of(), DocumentJson.mapper(), NoCipher.NONE);
    }

    private enum NoCipher implements FieldCipher {
        NONE;

        @Override
        public String encrypt(String plaintext, String place) {
            return plaintext;
        }

        @Override
        public String decrypt(String ciphertext, String place) {
            return ciphertext;
        }
    }

    @Test
    void aNewDatabaseIsMarkedAndRecognized() {
        try (var first = open();
                var second = open()) {
            assertThat(first.trouble()).contains("no mark");
            first.claim("key 1");
            second.claim("key 1");
            assertThat(second.trouble()).isNull();
        }
    }

    @Test
    void aDatabaseThatWasSealedWithOtherKeysIsRefused() {
        try (var first = open();
                var second = open()) {
            first.claim("key 1");
            assertThatThrownBy(() -> second.claim("key 2"))
                    .isInstanceOf(UnreadableFieldException.class)
                    .hasMessageContaining("fields.key");
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        try (var vendor = FirestoreOptions.newBuilder()
                        .setProjectId(target.project())
                        .setEmulatorHost(target.emulatorHost())
                        .build()
                        .getService();
                var store = open()) {
            vendor.document("_store/format")
                    .set(Map.of("format", FormatMark.FORMAT + 1, "keys", "key 1"))
                    .get();
            assertThatThrownBy(() -> store.claim("key 1")).isInstanceOf(NewerFormatException.class);
        }
    }

    @Test
    void aDatabaseOfAnOlderProgramIsMarkedAsThisOnes() throws Exception {
        try (var vendor = FirestoreOptions.newBuilder()
                        .setProjectId(target.project())
                        .setEmulatorHost(target.emulatorHost())
                        .build()
                        .getService();
                var store = open()) {
            vendor.document("_store/format")
                    .set(Map.of("format", FormatMark.FORMAT - 1, "keys", "key 1"))
                    .get();
            store.claim("key 1");
            assertThat(vendor.document("_store/format").get().get().getLong("format"))
                    .isEqualTo(FormatMark.FORMAT);
        }
    }
}
