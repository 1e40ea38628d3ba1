package ai.jiga.store.emulators;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Firestore emulator of the Google Cloud SDK. Every project id is a database of its own, made when it is
/// first named. It enforces neither indexes nor most limits, locks documents pessimistically, and lets
/// `Bearer owner` pass its rules.
public final class FirestoreEmulator implements AutoCloseable {
    private final EmulatorProcess process;

    private FirestoreEmulator(EmulatorProcess process) {
        this.process = process;
    }

    /// @throws MissingToolException when it is not installed
    public static FirestoreEmulator start() {
        return start(new CloudSdk(System.getenv()), 0, Optional.empty());
    }

    /// @param port 0 for a free one
    /// @param rules a `firestore.rules` file for clients without the owner's token
    /// @throws MissingToolException when it is not installed
    public static FirestoreEmulator start(CloudSdk sdk, int port, Optional<Path> rules) {
        Path jar = sdk.firestoreEmulator();
        return new FirestoreEmulator(EmulatorProcess.start("firestore", port, "is now running", chosen -> {
            var program = new ArrayList<>(List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    // It lives for seconds: what the second compiler would save is never earned back.
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    jar.toString(),
                    "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
                    "--host=127.0.0.1",
                    "--port=" + chosen));
            rules.ifPresent(file -> program.add("--rules=" + file));
            return program;
        }));
    }

    /// `host:port`, as `FIRESTORE_EMULATOR_HOST` takes it.
    public String host() {
        return process.host();
    }

    /// What a store needs in its environment to use it.
    public Map<String, String> environment() {
        return Map.of("FIRESTORE_EMULATOR_HOST", host());
    }

    @Override
    public void close() {
        process.close();
    }
}
