package ai.jiga.store.user.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.Device;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.tickets.Tickets;
import java.util.List;

/// The documents of users. Everything is found by its id: no query, no index.
public final class UserCollections {
    public static final Collection<User> USERS =
            Collection.of("users", User.class).encrypted("email", "passwordHash");

    public static final Collection<EmailGuard> EMAILS = Collection.of("user_emails", EmailGuard.class);

    public static final Collection<UserPreferences> PREFERENCES =
            Collection.of("user_preferences", UserPreferences.class);

    public static final Collection<SignIn> SIGN_INS =
            Collection.of("sign_ins", SignIn.class).expires("expiresAt");

    public static final Collection<RefreshToken> REFRESH_TOKENS = Collection.of("refresh_tokens", RefreshToken.class)
            .encrypted("salt")
            .expires("expiresAt");

    public static final Collection<SignInAttempts> ATTEMPTS =
            Collection.of("sign_in_attempts", SignInAttempts.class).expires("expiresAt");

    public static final Collection<Guesses> GUESSES =
            Collection.of("sign_in_guesses", Guesses.class).expires("expiresAt");

    public static final Schema SCHEMA = Schema.of(
            USERS,
            EMAILS,
            PREFERENCES,
            SIGN_INS,
            REFRESH_TOKENS,
            ATTEMPTS,
            GUESSES,
            Tickets.TICKETS,
            Revocations.REVOCATIONS);

    private UserCollections() {}

    public static Ref<User> user(UserId id) {
        return USERS.id(id.value());
    }

    public static Ref<EmailGuard> email(EmailAddress address) {
        return EMAILS.id(address.documentId());
    }

    /// Where an account with this address is looked for, the likeliest place first.
    public static List<Ref<EmailGuard>> emails(EmailAddress address) {
        return address.former().equals(address.value())
                ? List.of(email(address))
                : List.of(email(address), EMAILS.id(address.formerDocumentId()));
    }

    public static Ref<UserPreferences> preferences(UserId id) {
        return PREFERENCES.id(id.value());
    }

    public static Ref<SignIn> signIn(String id) {
        return SIGN_INS.id(id);
    }

    /// Takes any text: what is stored is its hash.
    public static Ref<RefreshToken> refreshToken(String token) {
        return REFRESH_TOKENS.id(OpaqueTokens.hash(token));
    }

    /// Of whoever asks from an address of the network, with an e-mail address. Those that were once taken for the same
    /// are counted together, or an account of that time could be guessed at twice as fast.
    public static Ref<SignInAttempts> attempts(EmailAddress email, String from) {
        return ATTEMPTS.id(OpaqueTokens.hash(email.former() + " from " + from));
    }

    public static Ref<SignInAttempts> attempts(UserId user, Device device) {
        return ATTEMPTS.id(OpaqueTokens.hash(user.value() + " on " + device.id()));
    }

    public static Ref<Guesses> guessesOn(EmailAddress email) {
        return GUESSES.id(OpaqueTokens.hash("on " + email.former()));
    }

    public static Ref<Guesses> guessesFrom(String address) {
        return GUESSES.id(OpaqueTokens.hash("from " + address));
    }
}
