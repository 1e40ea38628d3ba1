package ai.jiga.store.app.settings;

import ai.jiga.store.documents.firestore.FirestoreTarget;
import java.nio.file.Path;
import java.util.List;

/// Where documents lie.
public sealed interface DocumentsSetting {
    String source();

    record Sqlite(Path folder, String source) implements DocumentsSetting {}

    record Firestore(FirestoreTarget target, String source) implements DocumentsSetting {}

    static DocumentsSetting of(Environment environment, Path data) {
        String source = environment.source("JIGA_DOCUMENTS");
        if (environment.oneOf("JIGA_DOCUMENTS", List.of("sqlite", "firestore")).equals("sqlite")) {
            environment.idle(
                    "FIRESTORE_EMULATOR_HOST", "documents lie in SQLite: set JIGA_DOCUMENTS=firestore, or unset it.");
            return new Sqlite(data, source);
        }
        String emulator = environment
                .text("FIRESTORE_EMULATOR_HOST", "host:port of an emulator", Environment::isHostAndPort)
                .orElse(null);
        String project = GoogleProject.of(environment, "JIGA_DOCUMENTS=firestore needs the Google Cloud project");
        String database = environment.text("JIGA_FIRESTORE_DATABASE").orElse(FirestoreTarget.DEFAULT_DATABASE);
        return new Firestore(FirestoreTarget.project(project).database(database).on(emulator), source);
    }
}
