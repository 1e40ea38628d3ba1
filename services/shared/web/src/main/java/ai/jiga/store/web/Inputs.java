package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
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
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST or VALIDATION_FAILED
    public <T> T checkOr(T otherwise, @Nullable T body) {
        return check(body == null && unread.reason().isEmpty() ? otherwise : body);
    }

    /// @return the body, when it is there and keeps its constraints
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST or VALIDATION_FAILED
    public <T> T check(@Nullable T body) {
        if (body == null) {
            unread.reason().ifPresent(reason -> {
                throw reason.asException();
            });
            throw Rejection.of(ErrorCode.MALFORMED_REQUEST, "This request needs a JSON body.")
                    .asException();
        }
        List<Rejection.FieldError> errors = validator.validate(body).stream()
                .map(v -> new Rejection.FieldError(path(v), v.getMessage()))
                .sorted(java.util.Comparator.comparing(Rejection.FieldError::field)
                        .thenComparing(Rejection.FieldError::message))
                .toList();
        if (!errors.isEmpty()) {
            throw Rejection.ofFields(
                            ErrorCode.VALIDATION_FAILED, "Some fields are not as they should be: see 'errors'.", errors)
                    .asException();
        }
        return body;
    }

    /// As the client wrote it: `games[1]`, where Bean Validation says `games[1].<list element>`.
    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceAll("\\.<[^>]+>", "");
    }
}
