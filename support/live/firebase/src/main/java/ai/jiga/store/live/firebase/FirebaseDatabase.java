package ai.jiga.store.live.firebase;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where sessions are mirrored to, as the environment names it:
///
/// - `JIGA_LIVE`: `memory`, which is the default, or `firebase`
/// - `JIGA_FIREBASE_DATABASE_URL`: the database, such as `https://jiga-games-default-rtdb.firebaseio.com`.
///   The emulator has `http://127.0.0.1:9000?ns=demo-jiga`; it is taken on this machine alone, and asked as
///   its owner.
///
/// @param url null for the mirror in this process
/// @param problems sentences for the operator, everything that is wrong
public record FirebaseDatabase(@Nullable URI url, List<String> problems) {
    static final String ENGINE = "JIGA_LIVE";
    static final String URL = "JIGA_FIREBASE_DATABASE_URL";

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String NAMESPACE = "ns=[a-z0-9-]{1,100}";

    public static FirebaseDatabase read(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        String engine = environment.getOrDefault(ENGINE, "").strip();
        String text = environment.getOrDefault(URL, "").strip();
        boolean wanted = engine.equals("firebase");
        if (!Set.of("", "memory", "firebase").contains(engine)) {
            problems.add(ENGINE + " is one of [firebase, memory]; not '" + engine + "'.");
        }
        if (!wanted && !text.isEmpty()) {
            problems.add(URL + " is set, but " + ENGINE + " is not 'firebase': set it, or take the address away.");
        }
        if (wanted && text.isEmpty()) {
            problems.add(ENGINE + " is 'firebase', but " + URL + " does not say where the database is.");
        }
        @Nullable URI url = text.isEmpty() ? null : database(text);
        if (!text.isEmpty() && url == null) {
            problems.add(URL + " is the address of a Realtime Database, such as"
                    + " https://jiga-games-default-rtdb.firebaseio.com, or http on this machine for its emulator; not '"
                    + text + "'.");
        }
        return new FirebaseDatabase(wanted ? url : null, List.copyOf(problems));
    }

    /// For a wiring that has the two settings by themselves.
    public static FirebaseDatabase configured(Optional<String> engine, Optional<String> url) {
        return read(Map.of(ENGINE, engine.orElse(""), URL, url.orElse("")));
    }

    /// An address below it, with a question of the REST interface.
    URI at(String path, String question) {
        URI base = java.util.Objects.requireNonNull(url, "the mirror is in this process");
        String namespace = base.getRawQuery() == null ? "" : base.getRawQuery() + "&";
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + "?" + namespace + question);
    }

    boolean isEmulator() {
        return url != null && "http".equals(url.getScheme());
    }

    private static @Nullable URI database(String text) {
        try {
            URI url = URI.create(text);
            boolean named = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            boolean root = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
            boolean emulator = "http".equals(url.getScheme()) && HERE.contains(url.getHost());
            boolean question =
                    url.getRawQuery() == null || (emulator && url.getRawQuery().matches(NAMESPACE));
            return named && root && question && (emulator || "https".equals(url.getScheme())) ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
