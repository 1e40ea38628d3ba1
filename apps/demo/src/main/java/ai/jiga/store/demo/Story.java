package ai.jiga.store.demo;

import java.io.PrintStream;
import java.util.Locale;

/// What the reader of the terminal sees: numbered steps, one plain sentence a line, amounts with thousands separators.
final class Story {
    private final PrintStream out;
    private final boolean plain;
    private int steps;

    Story(PrintStream out) {
        this.out = out;
        // A terminal without UTF-8 gets letters in place of signs, not question marks.
        this.plain = !out.charset().newEncoder().canEncode("✓●│");
    }

    static String dof(long amount) {
        return number(amount) + " DOF";
    }

    static String number(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void step(String text) {
        steps++;
        out.println();
        out.println(String.format(Locale.ROOT, "%2d. %s", steps, text));
    }

    void checked(String text) {
        line(plain ? "ok " : "✓  ", text);
    }

    void note(String text) {
        line("   ", text);
    }

    void game(String text) {
        line(plain ? " * " : "●  ", text);
    }

    void says(String who, String text) {
        line(plain ? " | " : "│  ", who + ": " + text.strip().replaceAll("\\s+", " "));
    }

    void ticks(long consumed, long remaining) {
        line("   ", dof(consumed) + " used, " + dof(remaining) + " left");
    }

    private void line(String mark, String text) {
        out.println("    " + mark + text);
    }
}
