package ai.jiga.store.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Documentation comments in which a line breaks off early: the formatter cuts a line that is too long and leaves its
/// rest alone on the next one, in the middle of a sentence.
final class Comments {
    private static final Pattern LINE = Pattern.compile(" *///(.*)");
    /// A list, a tag, a heading, a quotation or code: what begins with it begins a line.
    private static final Pattern BEGINS = Pattern.compile("([-*#|`>@]|[0-9]+[.]).*");
    private static final Pattern ENDS = Pattern.compile(".*[.:;,)!?]");
    private static final int FULL = 95;
    private static final int SHORT = 70;

    private final Checkout checkout;

    Comments(Path root) {
        this.checkout = new Checkout(root);
    }

    /// @return a sentence for each line that breaks off
    List<String> broken() {
        var broken = new ArrayList<String>();
        for (Path file : checkout.files()) {
            if (file.toString().endsWith(".java")) {
                List<String> lines = Checkout.read(file).lines().toList();
                for (int at = 1; at < lines.size() - 1; at++) {
                    if (breaksOff(lines.get(at - 1), lines.get(at), lines.get(at + 1))) {
                        broken.add(checkout.shown(file) + ":" + (at + 1) + ": the comment breaks off at '"
                                + lines.get(at).strip() + "': write its lines anew, 110 columns at most");
                    }
                }
            }
        }
        return broken;
    }

    private static boolean breaksOff(String before, String line, String after) {
        String text = text(line);
        String next = text(after);
        return !text.isEmpty()
                && !next.isEmpty()
                && before.length() > FULL
                && !text(before).isEmpty()
                && !BEGINS.matcher(text).matches()
                && !BEGINS.matcher(next).matches()
                && !ENDS.matcher(text).matches()
                && line.length() + 1 + next.split(" ", 2)[0].length() <= SHORT;
    }

    /// Empty for what is no such comment.
    private static String text(String line) {
        Matcher comment = LINE.matcher(line);
        return comment.matches() ? comment.group(1).strip() : "";
    }
}
