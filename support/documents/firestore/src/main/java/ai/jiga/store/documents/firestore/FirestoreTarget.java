package ai.jiga.store.documents.firestore;

import org.jspecify.annotations.Nullable;

/// Which database, and how patient to be with it.
///
/// @param project the Google Cloud project's id
/// @param database `(default)`, or the name of another one in the project
/// @param emulatorHost `host:port` of an emulator, or null for the service, with the credentials of the environment
/// @param attempts how often a transaction is tried before it is called contended; the vendor waits longer before each
public record FirestoreTarget(
        String project, String database, @Nullable String emulatorHost, int attempts) {
    public static final String DEFAULT_DATABASE = "(default)";
    private static final int ATTEMPTS = 12;

    public FirestoreTarget {
        if (project.isBlank() || database.isBlank() || attempts < 1) {
            throw new IllegalArgumentException("a project, a database and at least one attempt");
        }
    }

    /// The default database of a project of the service.
    public static FirestoreTarget project(String project) {
        return new FirestoreTarget(project, DEFAULT_DATABASE, null, ATTEMPTS);
    }

    public FirestoreTarget on(@Nullable String emulator) {
        return new FirestoreTarget(project, database, emulator, attempts);
    }

    public FirestoreTarget database(String other) {
        return new FirestoreTarget(project, other, emulatorHost, attempts);
    }

    public FirestoreTarget attempts(int most) {
        return new FirestoreTarget(project, database, emulatorHost, most);
    }
}
