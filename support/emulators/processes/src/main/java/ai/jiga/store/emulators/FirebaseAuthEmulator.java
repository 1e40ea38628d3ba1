package ai.jiga.store.emulators;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The Firebase Auth emulator of `firebase-tools`, for the project [#PROJECT]. Players sign up by its REST
/// interface (`POST http://host/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`). Its tokens
/// carry no signature.
public final class FirebaseAuthEmulator implements AutoCloseable {
    /// A name that begins with `demo-` exists nowhere, so that nothing can reach a real project.
    public static final String PROJECT = "demo-jiga";

    /// Node reads all of `firebase-tools` first: some 20 s of a core, and more than a minute on a busy
    /// machine.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int ANSWERED_MILLIS = 5_000;

    private final EmulatorProcess process;

    private FirebaseAuthEmulator(EmulatorProcess process) {
        this.process = process;
    }

    /// @throws MissingToolException when node or npm is not installed
    public static FirebaseAuthEmulator start() {
        return start(FirebaseTools.ofThisMachine(), 0);
    }

    /// @param port 0 for a free one
    /// @throws MissingToolException when node or npm is not installed
    public static FirebaseAuthEmulator start(FirebaseTools tools, int port) {
        List<String> program = tools.command();
        return new FirebaseAuthEmulator(EmulatorProcess.launch(
                "firebase-auth",
                port,
                PATIENCE,
                (chosen, _) -> answers(chosen),
                (chosen, room) -> emulator(program, room, chosen)));
    }

    /// At home in a folder of its own, so that it knows nothing of whoever runs it, and two of them do not
    /// meet.
    private static ProcessBuilder emulator(List<String> program, Path room, int port) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of("emulators:start", "--only", "auth", "--project", PROJECT));
        String configuration = """
                {"emulators": {
                  "auth": {"host": "127.0.0.1", "port": %d},
                  "hub": {"host": "127.0.0.1", "port": %d},
                  "logging": {"host": "127.0.0.1", "port": %d},
                  "ui": {"enabled": false}
                }}
                """.formatted(port, FreePort.find(), FreePort.find());
        Files.writeString(room.resolve("firebase.json"), configuration);
        var builder = new ProcessBuilder(command).directory(room.toFile());
        Map<String, String> environment = builder.environment();
        for (String home : List.of("HOME", "XDG_CONFIG_HOME", "TMPDIR")) {
            environment.put(home, room.toString());
        }
        return builder;
    }

    /// That something listens says nothing: before it starts, it looks whether the port is free by taking
    /// it a moment.
    private static boolean answers(int port) {
        try {
            var address = URI.create("http://127.0.0.1:" + port + "/").toURL();
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(ANSWERED_MILLIS);
            connection.setReadTimeout(ANSWERED_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /// `host:port`, as `FIREBASE_AUTH_EMULATOR_HOST` takes it.
    public String host() {
        return process.host();
    }

    /// What a store needs in its environment to take its tokens.
    public Map<String, String> environment() {
        return Map.of("FIREBASE_AUTH_EMULATOR_HOST", host(), "JIGA_ISSUERS", "firebase:" + PROJECT);
    }

    @Override
    public void close() {
        process.close();
    }
}
