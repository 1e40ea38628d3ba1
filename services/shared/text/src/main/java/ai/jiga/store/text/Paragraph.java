package ai.jiga.store.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Words on one or more lines, such as a description, a review or what a player says. Lines end with LF, whatever they
/// were written with; tabs stay.
///
/// @param text in Normalization Form C
public record Paragraph(@JsonValue String text) implements Prose {
    /// What an ECMA-262 expression can say of a paragraph that is not empty; the rest is in [UnfitTextException].
    public static final String PATTERN = Reading.PATTERN_OF_A_PARAGRAPH;

    public Paragraph {
        text = Reading.paragraph(text);
    }

    /// @throws UnfitTextException when it is not fit to be shown
    @JsonCreator
    public static Paragraph of(String written) {
        return new Paragraph(written);
    }

    @Override
    public String toString() {
        return text;
    }
}
