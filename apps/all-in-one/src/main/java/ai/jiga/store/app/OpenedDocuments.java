package ai.jiga.store.app;

import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.firestore.FirestoreDocuments;
import ai.jiga.store.documents.firestore.FirestoreTarget;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.documents.sqlite.TinkFieldCipher;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The documents of this process, on the engine that the settings name, and what can be asked of that engine alone.
public sealed interface OpenedDocuments {
    DocumentStore store();

    /// As `/ready` and the operator's page call it.
    String engine();

    /// As the engine reads them back.
    Map<String, String> facts();

    /// What is wrong with it, in words for an operator.
    Optional<String> trouble();

    record InSqlite(SqliteDocuments store) implements OpenedDocuments {
        private static final String FULL = "2";

        @Override
        public String engine() {
            return "sqlite";
        }

        @Override
        public Map<String, String> facts() {
            return store.pragmas();
        }

        @Override
        public Optional<String> trouble() {
            return FULL.equals(store.pragmas().get("synchronous"))
                    ? Optional.empty()
                    : Optional.of("SQLite does not force its log to the disk");
        }
    }

    record InFirestore(FirestoreDocuments store) implements OpenedDocuments {
        @Override
        public String engine() {
            return "firestore";
        }

        /// What was asked of it since it was opened, as it is billed.
        @Override
        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            var all = store.operations();
            facts.put("reads", Long.toString(all.reads()));
            facts.put("writes", Long.toString(all.writes()));
            facts.put("deletes", Long.toString(all.deletes()));
            store.operationsByCollection()
                    .forEach((collection, count) -> facts.put(
                            collection,
                            count.reads() + " reads, " + count.writes() + " writes, " + count.deletes() + " deletes"));
            return facts;
        }

        @Override
        public Optional<String> trouble() {
            return Optional.ofNullable(store.trouble());
        }
    }

    /// Whole milliseconds: a time reads back from JSON as it was written.
    static InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    private static String inWords(FirestoreTarget target, StoreUnavailableException fault) {
        String emulator = target.emulatorHost();
        String advice = emulator == null
                ? "See whether this machine reaches firestore.googleapis.com, and that GOOGLE_CLOUD_PROJECT and the"
                        + " credentials of this process are the right ones."
                : "Start the emulator at " + emulator + ", or mend FIRESTORE_EMULATOR_HOST; './jiga up --engines cloud'"
                        + " starts one.";
        Throwable said = fault;
        while (said.getCause() != null) {
            said = said.getCause();
        }
        return "JIGA Store cannot open its documents in the Firestore of project " + target.project() + ": "
                + said.getMessage() + ". " + advice;
    }

    /// @throws RuntimeException that [Complaints] has words for, when the engine is not there or not fit
    static OpenedDocuments open(Settings settings, Schema schema) {
        var mapper = DocumentJson.mapper(new KernelModule());
        return switch (settings.documents()) {
            case DocumentsSetting.Sqlite sqlite ->
                new InSqlite(SqliteDocuments.open(sqlite.folder(), schema, mapper, clock()));
            case DocumentsSetting.Firestore firestore -> {
                var cipher = TinkFieldCipher.open(settings.data().resolve(DataFiles.FIELDS_KEY));
                var store = FirestoreDocuments.open(firestore.target(), schema, mapper, cipher);
                try {
                    store.claim(Integer.toUnsignedString(cipher.firstKeyId()));
                } catch (StoreUnavailableException e) {
                    store.close();
                    throw new StoreUnavailableException(inWords(firestore.target(), e), e);
                } catch (RuntimeException e) {
                    store.close();
                    throw e;
                }
                yield new InFirestore(store);
            }
        };
    }
}
