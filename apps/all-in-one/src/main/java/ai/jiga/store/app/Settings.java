package ai.jiga.store.app;

import ai.jiga.store.live.firebase.FirebaseDatabase;
import ai.jiga.store.security.Issuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the environment says about this process, judged as a whole: everything that is wrong is listed at once.
///
/// @param port 1 to 65535; a free one was chosen for 0
/// @param data the data folder
/// @param seed whether a new store gets its system agents and accounts
/// @param publicUrl where clients reach the store
/// @param problems sentences for the operator; empty when it may start
record Settings(int port, Path data, boolean seed, String publicUrl, List<String> problems) {
    private static final int DEFAULT_PORT = 3000;
    private static final int MOST = 65_535;
    private static final Set<String> PAYMENTS = Set.of("none", "sandbox");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    static Settings read(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        int port = number(environment, "JIGA_PORT", DEFAULT_PORT, MOST, problems);
        for (String limit : List.of("JIGA_RATE_LIMIT_USER", "JIGA_RATE_LIMIT_ANONYMOUS")) {
            number(environment, limit, 0, Integer.MAX_VALUE, problems);
        }
        number(environment, "JIGA_SESSIONS_PER_PLAYER", 1, 100, problems);
        oneOf(environment, "JIGA_PAYMENTS", PAYMENTS, problems);
        oneOf(environment, "JIGA_SEED", YES_OR_NO, problems);
        Path data = dataFolder(environment.get("JIGA_DATA"), problems);
        int chosen = port == 0 && problems.isEmpty() ? freePort() : port;
        String url = environment.getOrDefault("JIGA_PUBLIC_URL", "http://localhost:" + chosen);
        if (!isBaseUrl(url)) {
            problems.add("JIGA_PUBLIC_URL is where clients reach the store, such as https://store.example, without a"
                    + " slash at the end; not '" + url + "'.");
        }
        String email = environment.get("JIGA_ADMIN_EMAIL");
        if (email != null && !email.isBlank() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            problems.add("JIGA_ADMIN_EMAIL is the operator's e-mail address; not '" + email + "'.");
        }
        problems.addAll(FirebaseDatabase.read(environment).problems());
        problems.addAll(Issuers.read(environment).problems());
        boolean seed = !"false".equals(environment.get("JIGA_SEED"));
        return new Settings(chosen, data, seed, url, List.copyOf(problems));
    }

    /// Hands them to the framework, before it starts.
    void apply() {
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty("jiga.data", data.toString());
        System.setProperty("jiga.seed", Boolean.toString(seed));
        System.setProperty("jiga.public-url", publicUrl);
    }

    private static int number(
            Map<String, String> environment, String name, int otherwise, int most, List<String> problems) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        problems.add(name + " is a whole number from 0 to " + most + "; not '" + text + "'.");
        return otherwise;
    }

    private static void oneOf(Map<String, String> environment, String name, Set<String> known, List<String> problems) {
        String text = environment.get(name);
        if (text != null && !text.isBlank() && !known.contains(text)) {
            problems.add(name + " is one of " + known.stream().sorted().toList() + "; not '" + text + "'.");
        }
    }

    static Path dataFolder(@Nullable String text, List<String> problems) {
        Path folder = Path.of(Objects.requireNonNullElse(text, "data"))
                .toAbsolutePath()
                .normalize();
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                problems.add("The data folder " + folder + " cannot be written. Change its owner, or name another one"
                        + " with JIGA_DATA.");
            }
        } catch (IOException e) {
            problems.add("The data folder " + folder + " cannot be made (" + e.getMessage()
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
