package ai.jiga.store.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/// Rows of a Markdown table.
final class Table {
    private Table() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static void row(PrintStream out, Object... cells) {
        var line = new StringBuilder("|");
        for (Object cell : cells) {
            String text = cell instanceof Double number ? number(number) : String.valueOf(cell);
            line.append(' ').append(text).append(" |");
        }
        out.println(line);
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }
}
