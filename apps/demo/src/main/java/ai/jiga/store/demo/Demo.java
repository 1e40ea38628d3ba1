package ai.jiga.store.demo;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;

/// The program behind `./jiga demo`. Exit code 0 only if every amount is as the demo computed it itself.
public final class Demo {
    private Demo() {}

    /// Plays the journey once against a running store.
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        try {
            var options = Options.parse(arguments, environment);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            return play(options, out);
        } catch (DemoStopped stopped) {
            out.println(stopped.words());
            return stopped.exitCode();
        }
    }

    static int play(Options options, PrintStream out) {
        try (HttpClient http = Api.client()) {
            try {
                new Journey(options, http, InstantSource.system(), new Story(out)).play();
                return 0;
            } catch (DemoStopped stopped) {
                out.println();
                out.println(stopped.words());
                return stopped.exitCode();
            } catch (RuntimeException e) {
                // Not the store's fault, and no stack trace would help who runs a demo; the class helps who mends it.
                out.println();
                out.println("The demo itself stumbled: " + e);
                return DemoStopped.FAILED;
            } finally {
                http.shutdownNow();
            }
        }
    }
}
