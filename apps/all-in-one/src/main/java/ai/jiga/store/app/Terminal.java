package ai.jiga.store.app;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a word of the command line says, and whom it can ask.
///
/// @param asks puts a question to the person at the terminal and brings the answer; null where nobody sits
record Terminal(PrintStream out, PrintStream err, @Nullable UnaryOperator<String> asks) {
    static Terminal ofThisProcess() {
        Console console = System.console();
        UnaryOperator<String> asks = console == null || !console.isTerminal()
                ? null
                : question -> Objects.requireNonNullElse(console.readLine("%s", question), "");
        return new Terminal(System.out, System.err, asks);
    }

    /// Whether something may take the place of what is there: a person says so, or has said so before by `--yes`. Where
    /// nobody can be asked, nobody has agreed.
    ///
    /// @param about what is there, as a sentence
    /// @param question to be answered by yes or no
    /// @param otherwise what to do instead, for whoever reads it later
    /// @throws IllegalArgumentException with a sentence, when nobody can be asked
    boolean agrees(boolean beforehand, String about, String question, String otherwise) {
        if (beforehand) {
            return true;
        }
        if (asks == null) {
            throw new IllegalArgumentException(about + " Nothing was done. " + otherwise);
        }
        String answer = asks.apply(about + " " + question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
        if (answer.equals("y") || answer.equals("yes")) {
            return true;
        }
        err.println("Nothing was done.");
        return false;
    }
}
