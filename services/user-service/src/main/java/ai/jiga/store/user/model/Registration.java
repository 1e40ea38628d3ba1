package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A wish for an account that keeps all rules but one: whether its address is free, the store knows.
///
/// @param password in the clear: never logged, never stored
public record Registration(EmailAddress email, String password, Profile profile) {
    /// Refused with VALIDATION_FAILED and everything that is wrong, or with PASSWORD_TOO_COMMON.
    public static Outcome<Registration> of(
            @Nullable String email, @Nullable String password, Outcome<Profile> profile, CommonPasswords common) {
        var errors = new ArrayList<Rejection.FieldError>();
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add(EmailAddress.NOT_ONE);
        }
        NewPassword.lengthError(password).ifPresent(errors::add);
        if (profile instanceof Outcome.Rejected<Profile> rejected) {
            errors.addAll(rejected.rejection().errors());
        }
        if (address.isEmpty() || !errors.isEmpty()) {
            return Outcome.rejected(Profile.invalid(errors));
        }
        return profile.then(given -> NewPassword.of(password, address.get(), given.displayName(), common)
                .map(good -> new Registration(address.get(), good, given)));
    }

    @Override
    public String toString() {
        return "Registration[" + profile.displayName() + "]";
    }
}
