package ai.jiga.store.session.live;

import java.util.function.Consumer;

/// What an engine said, as it may be told and stored: well-formed Unicode without NUL, and no longer than a bound. What
/// is neither becomes U+FFFD, as in the Unicode Standard, 3.9.6.
final class Words {
    private static final int REPLACEMENT = 0xFFFD;

    private Words() {}

    /// @param most UTF-16 units
    static String of(String said, int most) {
        var clean = new StringBuilder(Math.min(said.length(), most));
        for (int i = 0; i < said.length(); ) {
            int c = said.codePointAt(i);
            i += Character.charCount(c);
            int fit = isFit(c) ? c : REPLACEMENT;
            if (clean.length() + Character.charCount(fit) > most) {
                break;
            }
            clean.appendCodePoint(fit);
        }
        return clean.toString();
    }

    private static boolean isFit(int c) {
        return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    /// Words that are told piece by piece as they come. Joined they are the beginning of what [#of] makes of the whole,
    /// though a piece may end within a character.
    static final class Streamed implements Consumer<String> {
        private final Consumer<String> listener;
        private final int most;
        private String carried = "";
        private int told;
        private boolean full;

        Streamed(Consumer<String> listener, int most) {
            this.listener = listener;
            this.most = most;
        }

        @Override
        public void accept(String piece) {
            String said = carried + piece;
            int whole = !said.isEmpty() && Character.isHighSurrogate(said.charAt(said.length() - 1))
                    ? said.length() - 1
                    : said.length();
            carried = said.substring(whole);
            String clean = full ? "" : of(said.substring(0, whole), most - told);
            full |= clean.length() < whole;
            if (!clean.isEmpty()) {
                told += clean.length();
                listener.accept(clean);
            }
        }

        /// UTF-16 units that the listener was told.
        int told() {
            return told;
        }
    }
}
