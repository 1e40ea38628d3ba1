package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.Bounds;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Graphemes;
import ai.jiga.store.text.Prose;
import ai.jiga.store.text.UnfitTextException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges bodies by their Bean Validation annotations, when a resource asks: after it has found out whether the
/// caller may do this at all.
@Singleton
public class Inputs {
    private final Validator validator;
    private final UnreadBody unread;

    public Inputs(Validator validator, UnreadBody unread) {
        this.validator = validator;
        this.unread = unread;
    }

    /// For a body that may be left out.
    ///
    /// @return the body, or `otherwise` when none was sent
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST, VALIDATION_FAILED or TEXT_TOO_LONG
    public <T> T checkOr(T otherwise, @Nullable T body) {
        return check(body == null && unread.reason().isEmpty() ? otherwise : body);
    }

    /// @return the body, when it is there and keeps its constraints
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST, VALIDATION_FAILED or TEXT_TOO_LONG
    public <T> T check(@Nullable T body) {
        if (body == null) {
            unread.reason().ifPresent(reason -> {
                throw reason.asException();
            });
            throw Rejection.of(ErrorCode.MALFORMED_REQUEST, "This request needs a JSON body.")
                    .asException();
        }
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw Rejection.ofFields(
                            violations.stream().allMatch(Inputs::isOfARule)
                                    ? ErrorCode.TEXT_TOO_LONG
                                    : ErrorCode.VALIDATION_FAILED,
                            "Some fields are not as they should be: see 'errors'.",
                            errors(violations))
                    .asException();
        }
        return body;
    }

    private static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(Inputs::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String path = path(violation);
        String message = violation.getMessage();
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _, NotBlank _ -> new FieldError(path, message, "REQUIRED");
            case Characters bound -> new FieldError(path, message, "LENGTH", bounds(bound.min(), bound.max()));
            case Size bound ->
                new FieldError(
                        path,
                        message,
                        violation.getInvalidValue() instanceof Collection<?> ? "COUNT" : "LENGTH",
                        bounds(bound.min(), bound.max()));
            case Min bound -> new FieldError(path, message, "RANGE", new Bounds(bound.value(), null));
            case Max bound -> new FieldError(path, message, "RANGE", new Bounds(null, bound.value()));
            case Pattern _ -> new FieldError(path, message, "FORM");
            default -> new FieldError(path, message);
        };
    }

    private static Bounds bounds(long min, long max) {
        return new Bounds(min == 0 ? null : min, max == Integer.MAX_VALUE ? null : max);
    }

    /// What a person counts in a text is no matter of form: no description can say it.
    private static boolean isOfARule(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof Characters bound
                && violation.getInvalidValue() instanceof Prose prose
                && !prose.isEmpty()
                && prose.text().codePointCount(0, prose.text().length()) <= Graphemes.mostCodePoints(bound.max());
    }

    /// As the client wrote it: `games[1]`, where Bean Validation says `games[1].<list element>`.
    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceAll("\\.<[^>]+>", "");
    }

    /// How a text is refused that may not be shown, for who reads one without Jackson.
    public static Rejection unfit(String field, UnfitTextException reason) {
        String message = String.valueOf(reason.getMessage());
        return Rejection.ofFields(
                reason.isMalformed() ? ErrorCode.VALIDATION_FAILED : ErrorCode.UNFIT_TEXT,
                "The field '" + field + "' " + message + ".",
                List.of(new FieldError(field, message)));
    }
}
