package ai.jiga.store.app;

import ai.jiga.store.app.settings.AssetsSetting;
import ai.jiga.store.app.settings.CacheSetting;
import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.EventsSetting;
import ai.jiga.store.app.settings.MailSetting;
import ai.jiga.store.app.settings.SearchSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.app.settings.TasksSetting;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a store with these settings is made of.
final class Parts {
    /// Its name says where pictures are, to those who copy a store.
    static final String PICTURES = "pictures";

    private Parts() {}

    static List<Part> of(Settings settings, Map<String, String> environment) {
        String jdk = System.getProperty("java.runtime.version") + " in " + System.getProperty("java.home");
        boolean named = !environment.getOrDefault("JIGA_ADMIN_EMAIL", "").isBlank();
        return List.of(
                Part.here("java", jdk, environment.getOrDefault("JIGA_JAVA_FROM", "who started it")),
                Part.here(
                        "address",
                        settings.listen().host() + ":" + settings.listen().port(),
                        chosen(environment, "JIGA_HOST", "JIGA_PORT")),
                Part.here("public address", settings.publicUrl(), chosen(environment, "JIGA_PUBLIC_URL")),
                Part.here(
                        "web app",
                        settings.web().map(Path::toString).orElse("none: the API alone"),
                        chosen(environment, "JIGA_WEB")),
                documents(settings),
                events(settings),
                tasks(settings),
                cache(settings),
                search(settings),
                pictures(settings),
                mail(settings),
                live(settings),
                identity(settings),
                Part.here(
                        "payments",
                        environment.getOrDefault("JIGA_PAYMENTS", "none"),
                        chosen(environment, "JIGA_PAYMENTS")),
                Part.here("models", "the built-in coach", "default"),
                Part.here(
                        "seeds",
                        settings.seed() ? "system agents, demo accounts" : "none",
                        chosen(environment, "JIGA_SEED")),
                Part.here("operator", named ? "named" : "nobody", chosen(environment, "JIGA_ADMIN_EMAIL")));
    }

    /// What is set, but for what `./jiga up` sets where nobody has chosen: nobody could find such a variable.
    private static String chosen(Map<String, String> environment, String... names) {
        List<String> byUp =
                List.of(environment.getOrDefault("JIGA_CHOSEN_BY_UP", "").split(" "));
        String set = Stream.of(names)
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .map(name -> byUp.contains(name) ? "./jiga up" : name)
                .distinct()
                .collect(Collectors.joining(", "));
        return set.isEmpty() ? "default" : set;
    }

    private static Part documents(Settings settings) {
        return switch (settings.documents()) {
            case DocumentsSetting.Sqlite sqlite ->
                Part.inFile(
                        "documents",
                        "SQLite (WAL, synchronous=FULL)",
                        sqlite.source(),
                        sqlite.folder().resolve("store.db"));
            case DocumentsSetting.Firestore firestore -> {
                var target = firestore.target();
                String host = target.emulatorHost();
                yield Part.elsewhere(
                        "documents",
                        "Firestore, " + target.project() + (host == null ? "" : ", emulator " + host),
                        firestore.source(),
                        host == null ? "firestore.googleapis.com:443" : host);
            }
        };
    }

    private static Part events(Settings settings) {
        return switch (settings.events()) {
            case EventsSetting.Local local ->
                Part.here("events", "within the process, out of the documents", local.source());
            case EventsSetting.PubSub pubSub -> {
                String host = pubSub.emulatorHost();
                yield Part.elsewhere(
                        "events",
                        "Pub/Sub, " + pubSub.project() + (host == null ? "" : ", emulator " + host),
                        pubSub.source(),
                        host == null ? "pubsub.googleapis.com:443" : host);
            }
        };
    }

    private static Part tasks(Settings settings) {
        return switch (settings.tasks()) {
            case TasksSetting.Documents documents -> Part.here("tasks", "out of the documents", documents.source());
            case TasksSetting.CloudTasks cloud ->
                Part.elsewhere(
                        "tasks",
                        "Cloud Tasks, " + cloud.options().queue(),
                        cloud.source(),
                        "cloudtasks.googleapis.com:443");
        };
    }

    private static Part cache(Settings settings) {
        return switch (settings.cache()) {
            case CacheSetting.Caffeine caffeine ->
                Part.here("cache, limits", "Caffeine, within the process", caffeine.source());
            case CacheSetting.Redis redis ->
                Part.elsewhere("cache, limits", "Redis, " + redis, redis.source(), redis.hostAndPort());
        };
    }

    private static Part search(Settings settings) {
        return switch (settings.search()) {
            case SearchSetting.Lucene lucene -> Part.inFile("search", "Lucene", lucene.source(), lucene.folder());
            case SearchSetting.Algolia algolia -> {
                List<URI> hosts = algolia.options().hosts();
                String host = hosts.isEmpty()
                        ? algolia.options().applicationId() + "-dsn.algolia.net:443"
                        : hostAndPort(hosts.getFirst());
                yield Part.elsewhere("search", "Algolia, " + algolia.options().applicationId(), algolia.source(), host);
            }
        };
    }

    private static Part pictures(Settings settings) {
        return switch (settings.assets()) {
            case AssetsSetting.Folder folder -> Part.inFile(PICTURES, "a folder", folder.source(), folder.folder());
            case AssetsSetting.CloudStorage storage ->
                Part.elsewhere(
                        PICTURES, "Cloud Storage, " + storage.bucket(), storage.source(), "storage.googleapis.com:443");
        };
    }

    private static Part mail(Settings settings) {
        return switch (settings.mail()) {
            case MailSetting.Folder folder -> Part.inFile("mail", "a folder", folder.source(), folder.folder());
            case MailSetting.Smtp smtp ->
                Part.elsewhere(
                        "mail",
                        "SMTP, " + smtp.server(),
                        smtp.source(),
                        smtp.server().host() + ":" + smtp.server().port());
        };
    }

    private static Part live(Settings settings) {
        URI url = settings.live().url();
        return url == null
                ? Part.here("live mirror", "within the process", "default")
                : Part.elsewhere("live mirror", "Firebase, " + url.getHost(), "JIGA_LIVE", hostAndPort(url));
    }

    private static Part identity(Settings settings) {
        boolean own = settings.issuers().accepted().isEmpty();
        return Part.inFile(
                "identity",
                own
                        ? "own accounts, ES256"
                        : "own accounts, and " + settings.issuers().accepted().size() + " issuers",
                own ? "default" : "JIGA_ISSUERS",
                settings.data().resolve(DataFiles.SIGNING_KEYS));
    }

    private static String hostAndPort(URI url) {
        int usual = "http".equals(url.getScheme()) ? 80 : 443;
        return url.getHost() + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }
}
