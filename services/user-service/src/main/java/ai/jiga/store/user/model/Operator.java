package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Caller.Role;
import ai.jiga.store.kernel.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom the configuration names as the operator: the account with this address has the role `admin`.
///
/// An address alone proves nothing, because anybody can register any address that is free. So an operator
/// is named with a password as well: then the account is made when the process starts, before a stranger
/// can, and one that is there already gets the configured password and loses its sign-ins. Only a store
/// with play money takes an address without a password, and whoever registers it first is the operator.
///
/// @param account what the account is made of, or null when only an address was named
public record Operator(
        @Nullable EmailAddress email, @Nullable Registration account) {
    public static final Operator NOBODY = new Operator(null, null);

    private static final String NAME = "Operator";

    /// @param playMoney whether this is a store where an address alone may do
    /// @throws IllegalArgumentException with a message for whoever wrote the configuration
    public static Operator configured(
            Optional<String> email, Optional<String> password, boolean playMoney, CommonPasswords common) {
        if (email.isEmpty()) {
            if (password.isPresent()) {
                throw new IllegalArgumentException(
                        "JIGA_ADMIN_PASSWORD is set, but no JIGA_ADMIN_EMAIL: name the operator's address too.");
            }
            return NOBODY;
        }
        EmailAddress address = EmailAddress.parse(email.get())
                .orElseThrow(() -> new IllegalArgumentException("JIGA_ADMIN_EMAIL is not an e-mail address."));
        if (password.isEmpty()) {
            if (!playMoney) {
                throw new IllegalArgumentException("JIGA_ADMIN_EMAIL is set, but no"
                        + " JIGA_ADMIN_PASSWORD: a stranger could register the address first."
                        + " Set both.");
            }
            return new Operator(address, null);
        }
        Outcome<Profile> profile = Profile.of(NAME, null, null);
        return switch (Registration.of(address.value(), password.get(), profile, common)) {
            case Outcome.Done<Registration> done -> new Operator(address, done.value());
            case Outcome.Rejected<Registration> rejected ->
                throw new IllegalArgumentException("JIGA_ADMIN_PASSWORD "
                        + rejected.rejection().errors().getFirst().message() + ".");
        };
    }

    /// An account from elsewhere is nobody's but a user's, whatever address its issuer gives it.
    public Role roleOf(User user) {
        return user.origin() == null ? roleOf(user.email()) : Role.USER;
    }

    /// Whether the configuration says this account's password.
    public boolean hasPasswordOf(User user) {
        return account != null && roleOf(user) == Role.ADMIN;
    }

    /// @param address of an account of this store's own, as kept
    public Role roleOf(@Nullable String address) {
        return email != null && email.value().equals(address) ? Role.ADMIN : Role.USER;
    }
}
