package ai.jiga.store.app.migrate;

import ai.jiga.store.app.OpenedDocuments;
import ai.jiga.store.app.StoreSchema;
import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `migrate --from ENGINE --to ENGINE`: both engines are configured as the store would be, and the store is stopped.
public final class Migrate {
    private static final List<String> ENGINES = List.of("sqlite", "firestore");
    private static final int CONFIGURATION = 78;

    private Migrate() {}

    /// @return 0 when both hold the same, 1 when they do not, 78 when the configuration is wrong
    public static int run(String from, String to, Map<String, String> environment, PrintStream out) {
        if (!ENGINES.contains(from) || !ENGINES.contains(to) || from.equals(to)) {
            throw new IllegalArgumentException("migrate takes --from and --to, two of " + ENGINES + ".");
        }
        Settings source = configured(from, environment);
        Settings target = configured(to, environment);
        var problems = List.of(source, target).stream()
                .flatMap(settings -> settings.problems().stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> out.println("WRONG: " + problem));
            return CONFIGURATION;
        }
        Schema trees = StoreSchema.asTrees();
        Progress progress = Progress.in(source.data().resolve("migration-to-" + to + ".json"));
        out.println("Copying from " + shown(source.documents()) + " to " + shown(target.documents()) + ".");
        if (!progress.isNew()) {
            out.println("An earlier migration was interrupted; it goes on.");
        }
        try (DocumentStore old = OpenedDocuments.open(source, trees).store();
                DocumentStore fresh = OpenedDocuments.open(target, trees).store()) {
            Migration.Outcome outcome = new Migration(old, fresh, trees, progress, out).run();
            if (!outcome.isSame()) {
                out.println("These do not hold the same on both sides:");
                outcome.different().forEach(collection -> out.println("  - " + collection));
                out.println("Stop whatever writes to either, delete the target, and migrate again.");
                return 1;
            }
            progress.delete();
            out.println(outcome.documents() + " documents, the same on both sides. Start the store with JIGA_DOCUMENTS="
                    + to + ".");
            return 0;
        }
    }

    private static Settings configured(String engine, Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("JIGA_DOCUMENTS", engine);
        if (engine.equals("sqlite")) {
            variables.remove("FIRESTORE_EMULATOR_HOST");
        }
        return Settings.read(variables);
    }

    private static String shown(DocumentsSetting setting) {
        return switch (setting) {
            case DocumentsSetting.Sqlite sqlite -> "SQLite in " + sqlite.folder();
            case DocumentsSetting.Firestore firestore ->
                "Firestore, project " + firestore.target().project();
        };
    }
}
