package ai.jiga.store.user.model;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A wish for an account that keeps all rules but one: whether its address is free, the store knows.
///
/// @param password in the clear: never logged, never stored
public record Registration(EmailAddress email, String password, Profile profile) {
    public static final int SHORTEST_PASSWORD = 10;
    public static final int LONGEST_PASSWORD = 128;

    /// Refused with VALIDATION_FAILED and everything that is wrong, or with PASSWORD_TOO_COMMON.
    public static Outcome<Registration> of(
            @Nullable String email, @Nullable String password, Outcome<Profile> profile, CommonPasswords common) {
        var errors = new ArrayList<Rejection.FieldError>();
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add(new Rejection.FieldError("email", "is not an e-mail address, such as 'ann@example.com'"));
        }
        if (password == null || !hasAllowedLength(password)) {
            errors.add(new Rejection.FieldError(
                    "password", "has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters"));
        }
        if (profile instanceof Outcome.Rejected<Profile> rejected) {
            errors.addAll(rejected.rejection().errors());
        }
        if (address.isEmpty() || password == null || !errors.isEmpty()) {
            return Outcome.rejected(Profile.invalid(errors));
        }
        return profile.then(given -> common.include(password, address.get(), given.displayName())
                ? Outcome.rejected(tooCommon())
                : Outcome.done(new Registration(address.get(), password, given)));
    }

    private static boolean hasAllowedLength(String password) {
        int characters = password.codePointCount(0, password.length());
        return characters >= SHORTEST_PASSWORD && characters <= LONGEST_PASSWORD;
    }

    private static Rejection tooCommon() {
        return Rejection.ofFields(
                ErrorCode.PASSWORD_TOO_COMMON,
                "This password is among the first that a stranger would try. Three or four unrelated words are a good"
                        + " one.",
                java.util.List.of(new Rejection.FieldError("password", "is too common")));
    }

    @Override
    public String toString() {
        return "Registration[" + profile.displayName() + "]";
    }
}
