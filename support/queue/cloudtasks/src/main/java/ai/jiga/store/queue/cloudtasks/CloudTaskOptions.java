package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.queue.engine.BackOff;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which queue of the vendor's calls this store, and where. Holds no secret: the vendor's client finds its
/// credentials by itself.
///
/// @param project the id of the Google Cloud project
/// @param location such as `europe-west1`
/// @param queue its name; it must retry without end (`max_attempts = -1`), five minutes apart at most
/// @param target what calls begin with, `https://host` without a path; they go to `{target}/tasks/{kind}/{id}`. It is
///     the audience of their tokens, too
/// @param serviceAccount the e-mail address of the account whose tokens calls carry
/// @param endpoint of the vendor's REST API where it is not the vendor's own, as in tests
/// @param keys the public keys of the token's issuer
/// @param creations how many tasks are created at once
/// @param fault between attempts while the store or the vendor fails
/// @param sweep how often the store is searched for tasks that are due and were not called for
/// @param shutdown how long closing waits for what runs
/// @param timers whether sweeps run by themselves: false in tests
public record CloudTaskOptions(
        String project,
        String location,
        String queue,
        URI target,
        String serviceAccount,
        Optional<URI> endpoint,
        URI keys,
        int creations,
        BackOff fault,
        Duration sweep,
        Duration shutdown,
        boolean timers) {
    /// [Where Google publishes the keys of its OpenID
    /// tokens](https://accounts.google.com/.well-known/openid-configuration).
    private static final URI GOOGLES_KEYS = URI.create("https://www.googleapis.com/oauth2/v3/certs");

    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
    private static final Pattern LOCATION = Pattern.compile("[a-z]+(-[a-z]+)+[0-9]+");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern ACCOUNT = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[a-z]+");
    private static final Duration FASTEST_SWEEP = Duration.ofMinutes(1);

    /// @throws IllegalArgumentException with all of [#problems] in one message
    public CloudTaskOptions {
        List<String> problems = problems(project, location, queue, target.toString(), serviceAccount);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        if (creations < 1) {
            throw new IllegalArgumentException("a task is created at a time");
        }
        if (sweep.compareTo(FASTEST_SWEEP) < 0) {
            throw new IllegalArgumentException("tasks are swept once a minute at most");
        }
    }

    /// Sweeps every two minutes.
    ///
    /// @throws IllegalArgumentException with all of [#problems] in one message
    public static CloudTaskOptions of(
            String project, String location, String queue, URI target, String serviceAccount) {
        return new CloudTaskOptions(
                project,
                location,
                queue,
                target,
                serviceAccount,
                Optional.empty(),
                GOOGLES_KEYS,
                32,
                new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5)),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                true);
    }

    /// What is wrong with a configuration, a sentence each that says what to do.
    public static List<String> problems(
            String project, String location, String queue, String target, String serviceAccount) {
        var problems = new ArrayList<String>();
        need(problems, PROJECT, project, "GOOGLE_CLOUD_PROJECT", "the id of a project");
        need(problems, LOCATION, location, "CLOUD_TASKS_LOCATION", "the location of the queue, such as europe-west1");
        need(problems, QUEUE, queue, "CLOUD_TASKS_QUEUE", "the name of a queue (letters, digits and hyphens)");
        need(
                problems,
                ACCOUNT,
                serviceAccount,
                "CLOUD_TASKS_SERVICE_ACCOUNT",
                "the e-mail address of the service account that calls tasks");
        if (!isTarget(target)) {
            problems.add("CLOUD_TASKS_TARGET must be the https URL at which Cloud Tasks reaches this store, without a"
                    + " path, when JIGA_TASKS=cloudtasks, not '" + target + "'.");
        }
        return problems;
    }

    private static void need(List<String> problems, Pattern form, String value, String name, String what) {
        if (!form.matcher(value).matches()) {
            problems.add(name + " must be " + what + " when JIGA_TASKS=cloudtasks, not '" + value + "'.");
        }
    }

    /// Plain http only on this machine: a token is worth as much as what it calls.
    private static boolean isTarget(String text) {
        try {
            URI target = URI.create(text);
            boolean here = "localhost".equals(target.getHost()) || "127.0.0.1".equals(target.getHost());
            return target.getHost() != null
                    && ("https".equals(target.getScheme()) || here && "http".equals(target.getScheme()))
                    && target.getPath().isEmpty()
                    && target.getUserInfo() == null
                    && target.getQuery() == null
                    && target.getFragment() == null;
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
