package ai.jiga.store.localcloud;

import ai.jiga.store.emulators.FirestoreEmulator;
import ai.jiga.store.emulators.MissingToolException;
import ai.jiga.store.emulators.PubSubEmulator;
import ai.jiga.store.emulators.RedisProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Starts the engines, writes what a store needs in its environment to use them, and ends with the process it is told
/// to. Nothing survives it.
///
/// Usage: `FILE PID`: the file to write, and the process with which it ends.
public final class LocalCloud {
    private static final String PROJECT = "demo-jiga";
    private static final int MISSING = 78;
    private static final int MISUSED = 2;

    private LocalCloud() {}

    public static void main(String... args) throws IOException {
        if (args.length != 2 || !args[1].matches("[0-9]{1,18}")) {
            System.err.println("local-cloud takes a file to write the store's environment to, and a process number.");
            System.exit(MISUSED);
        }
        Optional<ProcessHandle> store = ProcessHandle.of(Long.parseLong(args[1]));
        try (var firestore = FirestoreEmulator.start();
                var pubSub = PubSubEmulator.start();
                var redis = RedisProcess.start()) {
            write(Path.of(args[0]), environment(firestore, pubSub, redis));
            store.ifPresent(process -> process.onExit().join());
        } catch (MissingToolException missing) {
            System.err.println(missing.getMessage());
            System.exit(MISSING);
        }
        // Threads of the Redis launcher are still about.
        System.exit(0);
    }

    static Map<String, String> environment(FirestoreEmulator firestore, PubSubEmulator pubSub, RedisProcess redis) {
        var environment = new TreeMap<String, String>();
        environment.putAll(firestore.environment());
        environment.putAll(pubSub.environment());
        environment.put("REDIS_URL", redis.url());
        environment.put("GOOGLE_CLOUD_PROJECT", PROJECT);
        environment.put("JIGA_DOCUMENTS", "firestore");
        environment.put("JIGA_EVENTS", "pubsub");
        return environment;
    }

    /// Whole or not at all: somebody waits for it.
    private static void write(Path file, Map<String, String> environment) throws IOException {
        String lines = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        Path beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), lines);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
