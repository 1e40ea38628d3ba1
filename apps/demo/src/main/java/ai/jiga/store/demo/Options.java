package ai.jiga.store.demo;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// What the command line asked for.
///
/// @param url the store's root, without a trailing slash
/// @param pace how long to take over it
/// @param operator who may read the platform's books; without one only the two people's histories are added up
record Options(URI url, Pace pace, boolean help, Optional<Operator> operator) {
    static final String USAGE = """
            Usage: ./jiga demo [--url URL] [--fast] [--operator-email EMAIL --operator-password PASSWORD]

            Plays the store's main job through its public API, step by step, and checks every amount:
            an owner buys DOF, derives a variant of Nova and publishes it; a player finds it, hires it, plays a
            recorded match with it, loses the connection and comes back, ends, gets a receipt and reviews.

              --url URL             the store to play against (default http://localhost:3000)
              --fast                shorter pauses
              --operator-email, --operator-password
                                    an operator's sign-in, to show the platform's books too
                                    (or the environment: JIGA_ADMIN_EMAIL, JIGA_ADMIN_PASSWORD)
              --help                this text

            Exit codes: 0 every amount is as the demo computed it; 1 something is not; 2 no store to talk to.
            """;

    record Operator(String email, String password) {}

    static Options parse(String[] arguments, Map<String, String> environment) {
        var url = URI.create("http://localhost:3000");
        var pace = Pace.readable();
        var help = false;
        var email = environment.getOrDefault("JIGA_ADMIN_EMAIL", "");
        var password = environment.getOrDefault("JIGA_ADMIN_PASSWORD", "");
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h" -> help = true;
                case "--fast" -> pace = Pace.fast();
                case "--url" -> url = root(value(arguments, i++));
                case "--operator-email" -> email = value(arguments, i++);
                case "--operator-password" -> password = value(arguments, i++);
                default ->
                    throw DemoStopped.notStarted(
                            "The demo does not know '" + arguments[i] + "'. Try: ./jiga demo --help");
            }
        }
        if (email.isBlank() != password.isBlank()) {
            throw DemoStopped.notStarted("An operator needs both an e-mail address and a password.");
        }
        var operator = email.isBlank() ? Optional.<Operator>empty() : Optional.of(new Operator(email, password));
        return new Options(url, pace, help, operator);
    }

    private static String value(String[] arguments, int option) {
        if (option + 1 >= arguments.length) {
            throw DemoStopped.notStarted("'" + arguments[option] + "' needs a value. Try: ./jiga demo --help");
        }
        return arguments[option + 1];
    }

    private static URI root(String text) {
        try {
            var url = URI.create(text.replaceAll("/+$", ""));
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence below.
        }
        throw DemoStopped.notStarted("'" + text + "' is not the address of a store, such as http://localhost:3000.");
    }
}
