package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.match.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers and lists as one writes them in English.
final class Wording {

    private static final List<String> WORDS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Wording() {}

    /// `1 kill`, `3 kills`.
    static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    static String count(int number, String one, String many) {
        return (number == 0 ? "no" : grouped(number)) + " " + (number == 1 ? one : many);
    }

    /// `all 3 deaths`, `2 of 3 deaths`, `the only death`.
    static String share(int part, int whole, String one) {
        if (part < whole) {
            return part + " of " + count(whole, one);
        }
        return switch (whole) {
            case 1 -> "the only " + one;
            case 2 -> "both " + one + "s";
            default -> "all " + count(whole, one);
        };
    }

    /// The number in a word up to ten, else in figures: `three`, `12`.
    static String word(int number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get(number) : grouped(number);
    }

    /// `12,500`.
    static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `once`, `twice`, `3 times`.
    static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }

    /// `a`, `a and b`, `a, b and c`.
    static String and(List<String> names) {
        int size = names.size();
        return size < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, size - 1)) + " and " + names.getLast();
    }

    /// The names at the top of a tally: one, or all that share the first place (three at most).
    static String top(Tally tally) {
        int most = tally.most();
        return and(tally.counts().entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .limit(3)
                .map(Map.Entry::getKey)
                .toList());
    }

    /// `2:05` from two minutes on, `45 seconds` below.
    static String span(int seconds) {
        return seconds < 120
                ? count(seconds, "second")
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    static String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }

    /// The text as a sentence: a capital first and a mark last.
    static String sentence(String text) {
        String capital = capital(text.strip());
        return capital.isEmpty() || ".!?\u2026".indexOf(capital.charAt(capital.length() - 1)) >= 0
                ? capital
                : capital + ".";
    }

    /// How many sentences a text of ours has.
    static int sentences(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (".!?".indexOf(text.charAt(i)) >= 0 && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                count++;
            }
        }
        return Math.max(1, count);
    }
}
