package ai.jiga.store.gateway.contract;

import java.util.Locale;

/// A pattern of Bean Validation in the dialect that descriptions are written in, ECMA-262, in which it means the same.
/// Bean Validation holds the whole text to it; a description finds it anywhere, unless it is anchored.
final class EcmaPattern {
    private static final String ANY_CASE = "(?i)";
    private static final String ANY_LINE = "(?s)";
    /// What `@NotBlank` becomes: it is found, not matched.
    private static final String VISIBLE = "\\S";

    private EcmaPattern() {}

    /// @throws IllegalStateException for what only Java reads
    static String of(String java) {
        if (java.startsWith("^") || java.equals(VISIBLE)) {
            return java;
        }
        String plain = java;
        if (plain.startsWith(ANY_CASE)) {
            plain = inAnyCase(plain.substring(ANY_CASE.length()));
        } else if (plain.startsWith(ANY_LINE)) {
            plain = plain.substring(ANY_LINE.length()).replaceAll("(?<!\\\\)\\.", "[\\\\s\\\\S]");
        }
        if (plain.matches("(?s).*(\\(\\?(?![:=!<])|\\\\[AzZQEhG]|[*+?}]\\+).*")) {
            throw new IllegalStateException("only Java reads this pattern; write it in ECMA-262: " + java);
        }
        return "^(?:" + plain + ")$";
    }

    private static String inAnyCase(String words) {
        var pattern = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\' || c == '[') {
                throw new IllegalStateException("(?i) goes with plain words alone: " + words);
            }
            String one = Character.toString(c);
            pattern.append(
                    Character.isLetter(c)
                            ? "[" + one.toLowerCase(Locale.ROOT) + one.toUpperCase(Locale.ROOT) + "]"
                            : one);
        }
        return pattern.toString();
    }
}
