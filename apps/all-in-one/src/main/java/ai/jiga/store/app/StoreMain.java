package ai.jiga.store.app;

import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.documents.sqlite.SqliteBackups;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The entry: a word of the command line, or the store itself.
@QuarkusMain
public final class StoreMain {
    /// EX_CONFIG of sysexits.h: what is wrong is for the operator to mend, and starting again does not help.
    static final int CONFIGURATION = 78;

    private static final int FAULT = 1;

    private StoreMain() {}

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(CommandLine.run(List.of(args), System.getenv(), Terminal.ofThisProcess()));
        }
        Settings settings = Settings.read(System.getenv());
        if (!isFit(settings, System.err)) {
            System.exit(CONFIGURATION);
        }
        settings.listen().trouble().ifPresent(StoreMain::refuse);
        try {
            settings.makeDataFolder();
            if (settings.documents() instanceof DocumentsSetting.Sqlite sqlite) {
                // Before anybody reads a key or a picture that a restore was about to exchange.
                SqliteBackups.finishRestoring(sqlite.folder());
            }
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            ended(settings, FAULT, e);
        }
        settings.apply();
        Quarkus.run(StoreProcess.class, (code, fault) -> ended(settings, code, fault));
    }

    /// Whether a store may start with them; else it says why not.
    static boolean isFit(Settings settings, PrintStream err) {
        if (settings.problems().isEmpty()) {
            return true;
        }
        err.println("JIGA Store cannot start with this configuration:");
        settings.problems().forEach(problem -> err.println("  - " + problem));
        return false;
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(CONFIGURATION);
    }

    private static void ended(Settings settings, int code, @Nullable Throwable fault) {
        if (fault == null) {
            System.exit(code);
        }
        System.exit(Complaints.of(fault, settings.listen())
                .map(words -> {
                    System.err.println(words);
                    return CONFIGURATION;
                })
                .orElseGet(() -> {
                    // The framework's own report is off: without this, it would end without a word.
                    System.err.println("JIGA Store ended by a fault:");
                    Objects.requireNonNull(fault).printStackTrace(System.err);
                    return code == 0 ? FAULT : code;
                }));
    }
}
