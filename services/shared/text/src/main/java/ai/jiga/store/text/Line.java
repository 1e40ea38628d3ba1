package ai.jiga.store.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Words on one line, such as a name, a title or a tag. White space at the ends goes, and a run of it is one space.
///
/// @param text in Normalization Form C
public record Line(@JsonValue String text) implements Prose {
    /// What an ECMA-262 expression can say of a line that is not empty; the rest is in [UnfitTextException].
    public static final String PATTERN = Reading.PATTERN_OF_A_LINE;

    public Line {
        text = Reading.line(text);
    }

    /// @throws UnfitTextException when it is not fit to be shown
    @JsonCreator
    public static Line of(String written) {
        return new Line(written);
    }

    @Override
    public String toString() {
        return text;
    }
}
