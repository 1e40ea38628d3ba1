package ai.jiga.store.app.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How events travel.
public sealed interface EventsSetting {
    String source();

    /// Within the process, out of the documents.
    record Local(String source) implements EventsSetting {}

    /// @param emulatorHost `host:port`, or null for the service
    record PubSub(String project, @Nullable String emulatorHost, String source) implements EventsSetting {}

    static EventsSetting of(Environment environment) {
        String source = environment.source("JIGA_EVENTS");
        if (environment.oneOf("JIGA_EVENTS", List.of("local", "pubsub")).equals("local")) {
            environment.idle(
                    "PUBSUB_EMULATOR_HOST", "events stay in the process: set JIGA_EVENTS=pubsub, or unset it.");
            return new Local(source);
        }
        return new PubSub(
                GoogleProject.of(environment, "JIGA_EVENTS=pubsub needs the Google Cloud project"),
                environment
                        .text("PUBSUB_EMULATOR_HOST", "host:port of an emulator", Environment::isHostAndPort)
                        .orElse(null),
                source);
    }
}
