package ai.jiga.store.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// How long a text may be, as a person counts: in user-perceived characters (extended grapheme clusters, UAX 29). A
/// flag or a family is one, whatever it is made of. Its size is bounded apart: [Graphemes#mostCodePoints(int)].
@Documented
@Constraint(validatedBy = Characters.Counting.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Characters {
    int min() default 0;

    int max();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Judges a [Prose]; null is for others to judge.
    final class Counting implements ConstraintValidator<Characters, Prose> {
        private int min;
        private int max;

        @Override
        public void initialize(Characters bound) {
            min = bound.min();
            max = bound.max();
        }

        @Override
        public boolean isValid(@Nullable Prose prose, ConstraintValidatorContext context) {
            if (prose == null) {
                return true;
            }
            String text = prose.text();
            if (text.length() >= min
                    && text.codePointCount(0, text.length()) <= Graphemes.mostCodePoints(max)
                    && Graphemes.count(text) <= max) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            min == 0
                                    ? "has at most " + max + " characters"
                                    : "has " + min + " to " + max + " characters")
                    .addConstraintViolation();
            return false;
        }
    }
}
