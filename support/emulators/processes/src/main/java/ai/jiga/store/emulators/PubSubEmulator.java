package ai.jiga.store.emulators;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The Pub/Sub emulator of the Google Cloud SDK. Topics and subscriptions of every project id are its own. It ignores
/// filters, and loses messages where ordering and the vendor's dead letters meet.
public final class PubSubEmulator implements AutoCloseable {
    private final EmulatorProcess process;

    private PubSubEmulator(EmulatorProcess process) {
        this.process = process;
    }

    /// @throws MissingToolException when it is not installed
    public static PubSubEmulator start() {
        return start(new CloudSdk(System.getenv()), 0);
    }

    /// @param port 0 for a free one
    /// @throws MissingToolException when it is not installed
    public static PubSubEmulator start(CloudSdk sdk, int port) {
        Path jar = sdk.pubSubEmulator();
        return new PubSubEmulator(EmulatorProcess.start(
                "pubsub",
                port,
                "Server started, listening on",
                chosen -> List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--host=127.0.0.1",
                        "--port=" + chosen)));
    }

    /// `host:port`, as `PUBSUB_EMULATOR_HOST` takes it.
    public String host() {
        return process.host();
    }

    /// What a store needs in its environment to use it.
    public Map<String, String> environment() {
        return Map.of("PUBSUB_EMULATOR_HOST", host());
    }

    @Override
    public void close() {
        process.close();
    }
}
