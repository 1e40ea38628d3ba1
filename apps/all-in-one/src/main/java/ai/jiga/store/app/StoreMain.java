package ai.jiga.store.app;

import ai.jiga.store.app.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/// The entry: a word of the command line, or the store itself.
@QuarkusMain
public final class StoreMain {
    /// EX_CONFIG of sysexits.h: what is wrong is for the operator to mend, and starting again does not help.
    static final int CONFIGURATION = 78;

    private static final int FAULT = 1;

    private StoreMain() {}

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(CommandLine.run(List.of(args), System.getenv(), System.out, System.err));
        }
        Settings settings = Settings.read(System.getenv());
        if (!settings.problems().isEmpty()) {
            System.err.println("JIGA Store cannot start with this configuration:");
            settings.problems().forEach(problem -> System.err.println("  - " + problem));
            System.exit(CONFIGURATION);
        }
        settings.apply();
        Quarkus.run(StoreProcess.class, StoreMain::ended);
    }

    private static void ended(int code, Throwable fault) {
        if (fault == null) {
            System.exit(code);
        }
        System.exit(Complaints.of(fault)
                .map(words -> {
                    System.err.println(words);
                    return CONFIGURATION;
                })
                .orElseGet(() -> {
                    // The framework's own report is off: without this, it would end without a word.
                    System.err.println("JIGA Store ended by a fault:");
                    fault.printStackTrace(System.err);
                    return code == 0 ? FAULT : code;
                }));
    }
}
