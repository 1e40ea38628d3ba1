package ai.jiga.store.app.settings;

import ai.jiga.store.live.firebase.FirebaseDatabase;
import ai.jiga.store.security.Issuers;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the environment says about this process, judged as a whole: everything that is wrong is listed at once.
///
/// @param listen where the process listens; for port 0, on a free one that was chosen
/// @param data the data folder
/// @param seed whether a new store gets its system agents and accounts
/// @param publicUrl where clients reach the store
/// @param web where the built web app lies; empty: the store serves its API alone
/// @param problems sentences for the operator; empty when it may start
public record Settings(
        ListenAddress listen,
        Path data,
        boolean seed,
        String publicUrl,
        Optional<Path> web,
        DocumentsSetting documents,
        EventsSetting events,
        TasksSetting tasks,
        CacheSetting cache,
        SearchSetting search,
        AssetsSetting assets,
        MailSetting mail,
        FirebaseDatabase live,
        Issuers issuers,
        List<String> problems) {
    private static final int DEFAULT_PORT = 3000;
    private static final int MOST_PORTS = 65_535;

    /// Reads; nothing is touched.
    public static Settings read(Map<String, String> variables) {
        var environment = new Environment(variables);
        int port = environment.number("JIGA_PORT", DEFAULT_PORT, MOST_PORTS);
        environment.number("JIGA_RATE_LIMIT_USER", 0, Integer.MAX_VALUE);
        environment.number("JIGA_RATE_LIMIT_ANONYMOUS", 0, Integer.MAX_VALUE);
        environment.number("JIGA_SESSIONS_PER_PLAYER", 1, 100);
        boolean playMoney =
                environment.oneOf("JIGA_PAYMENTS", List.of("none", "sandbox")).equals("sandbox");
        boolean seed = environment.oneOf("JIGA_SEED", List.of("true", "false")).equals("true");
        operator(environment, playMoney);
        String host = environment.text("JIGA_HOST").orElse("127.0.0.1");
        Path data = dataFolder(environment);
        int chosen = port == 0 && environment.problems().isEmpty() ? freePort() : port;
        String url = environment
                .text(
                        "JIGA_PUBLIC_URL",
                        "where clients reach the store, such as https://store.example, without a slash at the end",
                        Settings::isBaseUrl)
                .orElse("http://localhost:" + chosen);
        Optional<Path> web = webFolder(environment);
        FirebaseDatabase live = FirebaseDatabase.read(variables);
        live.problems().forEach(environment::problem);
        Issuers issuers = Issuers.read(variables);
        issuers.problems().forEach(environment::problem);
        return new Settings(
                new ListenAddress(host, chosen),
                data,
                seed,
                url,
                web,
                DocumentsSetting.of(environment, data),
                EventsSetting.of(environment),
                TasksSetting.of(environment, url),
                CacheSetting.of(environment),
                // The index can be built anew from the documents, and is in no backup.
                SearchSetting.of(environment, data.resolve("search")),
                AssetsSetting.of(environment, data.resolve("assets")),
                // Links of which the last is over in three days: in no backup.
                MailSetting.of(environment, data.resolve("mail"), url),
                live,
                issuers,
                environment.problems());
    }

    /// Hands what the framework asks for to it, before it starts.
    public void apply() {
        System.setProperty("quarkus.http.host", literal(listen.host()));
        System.setProperty("quarkus.http.port", Integer.toString(listen.port()));
        System.setProperty("jiga.data", literal(data.toString()));
        System.setProperty("jiga.seed", Boolean.toString(seed));
        System.setProperty("jiga.public-url", publicUrl);
        web.ifPresent(folder -> System.setProperty("jiga.web", literal(folder.toString())));
        // A data folder is one process's; a database elsewhere may have several, whose sessions are not this one's.
        System.setProperty("jiga.sessions.alone", Boolean.toString(documents instanceof DocumentsSetting.Sqlite));
    }

    /// For the framework, which takes `${` for the beginning of another property's name.
    private static String literal(String text) {
        return text.replace("${", "\\${");
    }

    /// Makes the data folder, for its owner alone.
    ///
    /// @throws IllegalArgumentException with a sentence for the operator
    public void makeDataFolder() {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data, OwnerOnly.folder(data));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(cannotBeMade(data), e);
        }
    }

    private static void operator(Environment environment, boolean playMoney) {
        try {
            Operator.configured(
                    environment.text("JIGA_ADMIN_EMAIL"),
                    environment.text("JIGA_ADMIN_PASSWORD"),
                    playMoney,
                    new CommonPasswords());
        } catch (IllegalArgumentException unusable) {
            environment.problem(String.valueOf(unusable.getMessage()));
        }
    }

    private static Path dataFolder(Environment environment) {
        Path folder;
        try {
            folder = TypedPath.read(environment.text("JIGA_DATA").orElse("data"));
        } catch (IllegalArgumentException e) {
            environment.problem(String.valueOf(e.getMessage()));
            return Path.of("data");
        }
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            environment.problem(
                    there.equals(folder)
                            ? folder + " is a file, not a data folder. Name another one with JIGA_DATA."
                            : cannotBeMade(folder));
        } else if (!Files.isWritable(there)) {
            environment.problem(
                    there.equals(folder)
                            ? "The data folder " + folder
                                    + " cannot be written. Change its owner, or name another one with JIGA_DATA."
                            : cannotBeMade(folder));
        }
        return folder;
    }

    private static Optional<Path> webFolder(Environment environment) {
        try {
            return environment
                    .text(
                            "JIGA_WEB",
                            "the folder of the web app as `./jiga up` builds it",
                            folder -> Files.isRegularFile(TypedPath.read(folder).resolve("index.html")))
                    .map(TypedPath::read);
        } catch (IllegalArgumentException e) {
            environment.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String cannotBeMade(Path folder) {
        return "The data folder " + folder + " cannot be made. Name another one with JIGA_DATA.";
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
