package ai.jiga.store.user.model;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a password keeps to when it is chosen (NIST SP 800-63B, 3.1.1): a length, and not to be among the first that a
/// stranger would try.
public final class NewPassword {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    private NewPassword() {}

    /// Refused with VALIDATION_FAILED or PASSWORD_TOO_COMMON.
    ///
    /// @param displayName of the account
    public static Outcome<String> of(
            @Nullable String password, EmailAddress email, String displayName, CommonPasswords common) {
        Optional<Rejection.FieldError> error = lengthError(password);
        if (password == null || error.isPresent()) {
            return Outcome.rejected(Profile.invalid(error.stream().toList()));
        }
        return common.include(password, email, displayName) ? Outcome.rejected(tooCommon()) : Outcome.done(password);
    }

    static Optional<Rejection.FieldError> lengthError(@Nullable String password) {
        int characters = password == null ? 0 : password.codePointCount(0, password.length());
        return characters >= SHORTEST && characters <= LONGEST
                ? Optional.empty()
                : Optional.of(new Rejection.FieldError(
                        "password",
                        "has " + SHORTEST + " to " + LONGEST + " characters",
                        "LENGTH",
                        new Rejection.Bounds((long) SHORTEST, (long) LONGEST)));
    }

    private static Rejection tooCommon() {
        return Rejection.ofFields(
                ErrorCode.PASSWORD_TOO_COMMON,
                "This password is among the first that a stranger would try. Three or four unrelated words are a good"
                        + " one.",
                List.of(new Rejection.FieldError("password", "is too common", "TOO_COMMON")));
    }
}
