package ai.jiga.store.user.model;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Short texts that people write about themselves and others read: one line, in one encoding, with nothing that is
/// invisible or turns the text around it (UTS 36, 3).
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /// In Normalization Form C, without blanks around it; a text that is absent or blank is null.
    static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /// As a person counts, nearly: an emoji may be several.
    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isReadable(String text) {
        return text.codePoints().allMatch(PlainText::isAllowed)
                && text.codePoints().anyMatch(PlainText::isVisible);
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Emoji and several scripts are joined by these two; the rest are overrides and marks.
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.SPACE_SEPARATOR && type != Character.FORMAT && type != Character.NON_SPACING_MARK;
    }
}
