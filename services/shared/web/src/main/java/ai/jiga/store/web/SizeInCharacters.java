package ai.jiga.store.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Counts a text's Unicode characters, as `maxLength` of the contract does (JSON Schema, 6.3.1), and not the halves of
/// them that Java counts. The validator finds it as a service, and takes it for texts before its own.
public final class SizeInCharacters implements ConstraintValidator<Size, String> {
    private int least;
    private int most;

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int characters = text.codePointCount(0, text.length());
        return characters >= least && characters <= most;
    }
}
