package ai.jiga.store.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayDeque;
import java.util.Deque;

/// The rules of [Line] and [Paragraph], one pass each.
///
/// What is refused is what shows others something else than is there (UTS 36, UTR 55): overrides and unclosed
/// embeddings, which turn round the text that stands behind a name; tag characters outside of flags, which hide whole
/// sentences; piles of marks, which cover the lines above and below.
final class Reading {
    /// Controls, line separators, overrides, and format characters that Unicode advises against: no text needs them.
    private static final String NEVER =
            "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202d\\u202e\\u206a-\\u206f"
                    + "\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff";

    private static final String BREAKS = "\\u0009\\u000a\\u000d";

    private static final UnicodeSet NEVER_IN_A_PARAGRAPH = new UnicodeSet("[" + NEVER + "]").freeze();
    private static final UnicodeSet NEVER_IN_A_LINE = new UnicodeSet("[" + NEVER + BREAKS + "]").freeze();

    /// What leaves nothing on the screen: white space, what programs are told to ignore, and glyphs that are blank.
    private static final UnicodeSet INVISIBLE =
            new UnicodeSet("[[:White_Space:][:Default_Ignorable_Code_Point:][:Cc:][\\u2800\\U0001D159]]").freeze();

    static final String PATTERN_OF_A_LINE = pattern(NEVER + BREAKS);
    static final String PATTERN_OF_A_PARAGRAPH = pattern(NEVER);

    /// Unicode's own bound for text that can be handled in a stream is 30 (UAX 15, 13); no script needs near as many.
    private static final int MOST_MARKS = 10;

    private static final int FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;

    private Reading() {}

    static String line(String written) {
        return seen(collapsed(checked(written, NEVER_IN_A_LINE, "is one line without control characters")));
    }

    static String paragraph(String written) {
        String unified = written.replace("\r\n", "\n").replace('\r', '\n');
        return seen(checked(unified, NEVER_IN_A_PARAGRAPH, "holds no control characters but line breaks and tabs")
                .strip());
    }

    private static String checked(String written, UnicodeSet never, String otherwise) {
        for (int i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) {
            int c = written.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new UnfitTextException(true, "holds half a surrogate pair, which is no Unicode");
            }
            if (never.contains(c)) {
                throw new UnfitTextException(true, otherwise);
            }
        }
        String text = Normalizer2.getNFCInstance().normalize(written);
        checkDirections(text);
        checkMarksAndTags(text);
        return text;
    }

    /// Every embedding and isolate is closed in the line that opens it (UAX 9, 3.3.2): an open one turns round what
    /// the page shows behind the text.
    private static void checkDirections(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\u202A', '\u202B' -> open.push(0x202C);
                case '\u2066', '\u2067', '\u2068' -> open.push(0x2069);
                case '\u202C', '\u2069' -> {
                    if (open.isEmpty() || open.pop() != text.charAt(i)) {
                        throw unbalanced();
                    }
                }
                case '\n' -> {
                    if (!open.isEmpty()) {
                        throw unbalanced();
                    }
                }
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            throw unbalanced();
        }
    }

    private static UnfitTextException unbalanced() {
        return new UnfitTextException(
                false, "holds a change of the writing direction that is not closed on its line, or was not opened");
    }

    private static void checkMarksAndTags(String text) {
        int marks = 0;
        boolean inFlag = false;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean tag = c >= 0xE0000 && c <= CANCEL_TAG;
            if (tag && !inFlag) {
                throw new UnfitTextException(false, "holds tag characters, which nobody can see");
            }
            inFlag = c == FLAG || inFlag && tag && c != CANCEL_TAG;
            int type = UCharacter.getType(c);
            marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                throw new UnfitTextException(false, "has more than " + MOST_MARKS + " marks on one letter");
            }
        }
    }

    private static String collapsed(String text) {
        var line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)) {
                gap = !line.isEmpty();
                continue;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.appendCodePoint(c);
        }
        return line.toString();
    }

    private static String seen(String text) {
        if (!text.isEmpty() && INVISIBLE.containsAll(text)) {
            throw new UnfitTextException(true, "holds nothing that can be seen");
        }
        return text;
    }

    /// In ECMA-262, and in the dialects that its readers really have: ranges are written out.
    /// Without what is invisible above the basic plane: a class that names it means one thing with ECMAScript's
    /// flag `u` and is none without it, so there a pattern allows a little more than the store.
    private static String pattern(String never) {
        String allowed = "[^" + never + "]*";
        var invisible = new StringBuilder();
        UnicodeSet inBasicPlane = new UnicodeSet(INVISIBLE).retain(0, 0xFFFF);
        for (UnicodeSet.EntryRange range : inBasicPlane.ranges()) {
            invisible.append(escaped(range.codepoint));
            if (range.codepointEnd > range.codepoint) {
                invisible.append('-').append(escaped(range.codepointEnd));
            }
        }
        return "^" + allowed + "[^" + never + invisible + "]" + allowed + "$";
    }

    private static String escaped(int c) {
        return "\\u%04x".formatted(c);
    }
}
