package ai.jiga.store.app.settings;

import ai.jiga.store.live.firebase.FirebaseDatabase;
import ai.jiga.store.security.Issuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the environment says about this process, judged as a whole: everything that is wrong is listed at once.
///
/// @param port 1 to 65535; a free one was chosen for 0
/// @param data the data folder
/// @param seed whether a new store gets its system agents and accounts
/// @param publicUrl where clients reach the store
/// @param problems sentences for the operator; empty when it may start
public record Settings(
        int port,
        Path data,
        boolean seed,
        String publicUrl,
        DocumentsSetting documents,
        EventsSetting events,
        TasksSetting tasks,
        CacheSetting cache,
        SearchSetting search,
        AssetsSetting assets,
        FirebaseDatabase live,
        Issuers issuers,
        List<String> problems) {
    private static final int DEFAULT_PORT = 3000;
    private static final int MOST_PORTS = 65_535;

    /// Reads, and makes the data folder; nothing else is touched.
    public static Settings read(Map<String, String> variables) {
        var environment = new Environment(variables);
        int port = environment.number("JIGA_PORT", DEFAULT_PORT, MOST_PORTS);
        environment.number("JIGA_RATE_LIMIT_USER", 0, Integer.MAX_VALUE);
        environment.number("JIGA_RATE_LIMIT_ANONYMOUS", 0, Integer.MAX_VALUE);
        environment.number("JIGA_SESSIONS_PER_PLAYER", 1, 100);
        environment.oneOf("JIGA_PAYMENTS", List.of("none", "sandbox"));
        boolean seed = environment.oneOf("JIGA_SEED", List.of("true", "false")).equals("true");
        environment.text(
                "JIGA_ADMIN_EMAIL", "the operator's e-mail address", text -> text.matches("[^@\\s]+@[^@\\s]+"));
        Path data = dataFolder(environment);
        int chosen = port == 0 && environment.problems().isEmpty() ? freePort() : port;
        String url = environment
                .text(
                        "JIGA_PUBLIC_URL",
                        "where clients reach the store, such as https://store.example, without a slash at the end",
                        Settings::isBaseUrl)
                .orElse("http://localhost:" + chosen);
        FirebaseDatabase live = FirebaseDatabase.read(variables);
        live.problems().forEach(environment::problem);
        Issuers issuers = Issuers.read(variables);
        issuers.problems().forEach(environment::problem);
        return new Settings(
                chosen,
                data,
                seed,
                url,
                DocumentsSetting.of(environment, data),
                EventsSetting.of(environment),
                TasksSetting.of(environment, url),
                CacheSetting.of(environment),
                // The index can be built anew from the documents, and pictures never change: neither is in a backup.
                SearchSetting.of(environment, data.resolve("search")),
                AssetsSetting.of(environment, data.resolve("assets")),
                live,
                issuers,
                environment.problems());
    }

    /// Hands what the framework asks for to it, before it starts.
    public void apply() {
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty("jiga.data", data.toString());
        System.setProperty("jiga.seed", Boolean.toString(seed));
        System.setProperty("jiga.public-url", publicUrl);
        // A data folder is one process's; a database elsewhere may have several, whose sessions are not this one's.
        System.setProperty("jiga.sessions.alone", Boolean.toString(documents instanceof DocumentsSetting.Sqlite));
    }

    private static Path dataFolder(Environment environment) {
        Path folder = Path.of(environment.text("JIGA_DATA").orElse("data"))
                .toAbsolutePath()
                .normalize();
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                environment.problem("The data folder " + folder
                        + " cannot be written. Change its owner, or name another one with JIGA_DATA.");
            }
        } catch (IOException e) {
            environment.problem("The data folder " + folder + " cannot be made (" + e.getMessage()
                    + "). Name another one with JIGA_DATA.");
        }
        return folder;
    }

    private static boolean isBaseUrl(String text) {
        try {
            URI url = URI.create(text);
            return text.matches("https?://.+") && !text.endsWith("/") && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no free port", e);
        }
    }
}
