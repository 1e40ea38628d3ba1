package ai.jiga.store.search.algolia;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which application of Algolia to use, and as whom.
///
/// @param applicationId `ALGOLIA_APP_ID`
/// @param apiKey `ALGOLIA_API_KEY`: a key that may do [#RIGHTS]; never the search-only one. Not printed
/// @param indexPrefix `ALGOLIA_INDEX_PREFIX`: begins the name of every index of this store, so that several
///     stores can share an application
/// @param hosts where to ask instead of Algolia's own hosts, in this order; normally none. Plain HTTP only on
///     this machine
public record AlgoliaOptions(String applicationId, String apiKey, String indexPrefix, List<URI> hosts) {

    /// What the key must be allowed to do, in Algolia's words.
    public static final String RIGHTS = "search, addObject, deleteIndex, settings, editSettings";

    private static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9]{4,32}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,1024}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws IllegalArgumentException with everything that is wrong, see [#problems]
    public AlgoliaOptions {
        hosts = List.copyOf(hosts);
        List<String> problems = problems(applicationId, apiKey, indexPrefix, hosts);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Everything that is wrong with such options, each a sentence that names what to set; empty when all is
    /// well. Never contains the key.
    public static List<String> problems(
            @Nullable String applicationId, @Nullable String apiKey, @Nullable String indexPrefix, List<URI> hosts) {
        List<String> problems = new ArrayList<>();
        if (applicationId == null || !APPLICATION_ID.matcher(applicationId).matches()) {
            problems.add("ALGOLIA_APP_ID is the application's id: 4 to 32 letters and digits");
        }
        if (apiKey == null || !KEY.matcher(apiKey).matches()) {
            problems.add("ALGOLIA_API_KEY is a key of that application that may do " + RIGHTS
                    + ": 16 or more characters without spaces");
        }
        if (indexPrefix == null || !PREFIX.matcher(indexPrefix).matches()) {
            problems.add("ALGOLIA_INDEX_PREFIX begins with a letter or digit and has up to 32 letters, digits, "
                    + "dashes and underscores");
        }
        for (URI host : hosts) {
            if (!isHost(host)) {
                problems.add("ALGOLIA_HOSTS are addresses like https://search.example.org, without a path, and "
                        + "http only on this machine: " + withoutUser(host));
            }
        }
        return problems;
    }

    private static boolean isHost(URI host) {
        boolean secure = "https".equals(host.getScheme());
        boolean local = "http".equals(host.getScheme()) && THIS_MACHINE.contains(host.getHost());
        boolean bare = (host.getPath() == null
                        || host.getPath().isEmpty()
                        || host.getPath().equals("/"))
                && host.getQuery() == null
                && host.getFragment() == null
                && host.getUserInfo() == null;
        return host.getHost() != null && (secure || local) && bare;
    }

    /// Somebody may have put a secret before the host.
    private static String withoutUser(URI host) {
        return host.getUserInfo() == null ? host.toString() : host.getScheme() + "://…@" + host.getHost();
    }

    @Override
    public String toString() {
        return "AlgoliaOptions[applicationId=" + applicationId + ", indexPrefix=" + indexPrefix + ", hosts=" + hosts
                + "]";
    }
}
