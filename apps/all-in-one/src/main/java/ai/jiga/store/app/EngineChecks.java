package ai.jiga.store.app;

import ai.jiga.store.app.settings.AssetsSetting;
import ai.jiga.store.app.settings.CacheSetting;
import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.EventsSetting;
import ai.jiga.store.app.settings.SearchSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.app.settings.TasksSetting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A row of `doctor` for each engine: what it is, which setting chose it, and whether it answers now. Asking changes
/// nothing.
final class EngineChecks {
    private static final int PATIENCE_MILLIS = 2_000;

    private EngineChecks() {}

    /// @param state such as `reachable`, or why it is not
    record Row(String part, String engine, String source, String state) {}

    static List<Row> of(Settings settings) {
        return List.of(
                documents(settings),
                events(settings),
                tasks(settings),
                cache(settings),
                search(settings),
                assets(settings),
                live(settings),
                identity(settings));
    }

    private static Row documents(Settings settings) {
        return switch (settings.documents()) {
            case DocumentsSetting.Sqlite sqlite ->
                new Row(
                        "documents",
                        "SQLite (WAL, synchronous=FULL)",
                        sqlite.source(),
                        there(sqlite.folder().resolve("store.db")));
            case DocumentsSetting.Firestore firestore -> {
                var target = firestore.target();
                String host = target.emulatorHost();
                yield new Row(
                        "documents",
                        "Firestore, " + target.project() + (host == null ? "" : ", emulator " + host),
                        firestore.source(),
                        reached(host == null ? "firestore.googleapis.com:443" : host));
            }
        };
    }

    private static Row events(Settings settings) {
        return switch (settings.events()) {
            case EventsSetting.Local local ->
                new Row("events", "within the process, out of the documents", local.source(), "built in");
            case EventsSetting.PubSub pubSub -> {
                String host = pubSub.emulatorHost();
                yield new Row(
                        "events",
                        "Pub/Sub, " + pubSub.project() + (host == null ? "" : ", emulator " + host),
                        pubSub.source(),
                        reached(host == null ? "pubsub.googleapis.com:443" : host));
            }
        };
    }

    private static Row tasks(Settings settings) {
        return switch (settings.tasks()) {
            case TasksSetting.Documents documents ->
                new Row("tasks", "out of the documents", documents.source(), "built in");
            case TasksSetting.CloudTasks cloud ->
                new Row(
                        "tasks",
                        "Cloud Tasks, " + cloud.options().queue(),
                        cloud.source(),
                        reached("cloudtasks.googleapis.com:443"));
        };
    }

    private static Row cache(Settings settings) {
        return switch (settings.cache()) {
            case CacheSetting.Caffeine caffeine -> new Row("cache, limits", "Caffeine", caffeine.source(), "built in");
            case CacheSetting.Redis redis ->
                new Row("cache, limits", "Redis, " + redis, redis.source(), reached(redis.hostAndPort()));
        };
    }

    private static Row search(Settings settings) {
        return switch (settings.search()) {
            case SearchSetting.Lucene lucene -> new Row("search", "Lucene", lucene.source(), there(lucene.folder()));
            case SearchSetting.Algolia algolia -> {
                List<URI> hosts = algolia.options().hosts();
                String host = hosts.isEmpty()
                        ? algolia.options().applicationId() + "-dsn.algolia.net:443"
                        : hosts.getFirst().getHost() + ":" + hosts.getFirst().getPort();
                yield new Row(
                        "search", "Algolia, " + algolia.options().applicationId(), algolia.source(), reached(host));
            }
        };
    }

    private static Row assets(Settings settings) {
        return switch (settings.assets()) {
            case AssetsSetting.Folder folder -> new Row("assets", "a folder", folder.source(), there(folder.folder()));
            case AssetsSetting.CloudStorage storage ->
                new Row(
                        "assets",
                        "Cloud Storage, " + storage.bucket(),
                        storage.source(),
                        reached("storage.googleapis.com:443"));
        };
    }

    private static Row live(Settings settings) {
        URI url = settings.live().url();
        return url == null
                ? new Row("live mirror", "within the process", "default", "built in")
                : new Row(
                        "live mirror",
                        "Firebase, " + url.getHost(),
                        "JIGA_LIVE",
                        reached(url.getHost() + ":" + (url.getPort() < 0 ? 443 : url.getPort())));
    }

    private static Row identity(Settings settings) {
        boolean own = settings.issuers().accepted().isEmpty();
        return new Row(
                "identity",
                own
                        ? "own accounts, ES256"
                        : "own accounts, and " + settings.issuers().accepted().size() + " issuers",
                own ? "default" : "JIGA_ISSUERS",
                there(settings.data().resolve(DataFiles.SIGNING_KEYS)));
    }

    private static String there(Path path) {
        return Files.exists(path) ? "found" : "new: made at the first start";
    }

    /// Whether somebody listens there: what it answers is for the start to find out.
    private static String reached(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        String host = hostAndPort.substring(0, colon);
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, Integer.parseInt(hostAndPort.substring(colon + 1))), PATIENCE_MILLIS);
            return "reachable";
        } catch (IOException e) {
            return "NOT reachable: " + hostAndPort + " (" + e.getMessage() + ")";
        }
    }
}
