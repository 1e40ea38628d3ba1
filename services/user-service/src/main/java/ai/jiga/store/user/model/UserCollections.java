package ai.jiga.store.user.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.Device;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.tickets.Tickets;
import java.util.List;

/// The documents of users. Everything is found by its id, but what has an index here: users by their names,
/// an account's sign-ins and keys, the days of their use, and the origins of all.
public final class UserCollections {
    public static final Collection<User> USERS = Collection.of("users", User.class)
            .encrypted("email", "passwordHash")
            .index(Index.desc("createdAt"))
            .index(Index.asc("nameKey"));

    public static final Collection<EmailGuard> EMAILS = Collection.of("user_emails", EmailGuard.class);

    public static final Collection<UserPreferences> PREFERENCES =
            Collection.of("user_preferences", UserPreferences.class);

    public static final Collection<SignIn> SIGN_INS = Collection.of("sign_ins", SignIn.class)
            .index(Index.asc("userId"), Index.desc("startedAt"))
            .expires("expiresAt");

    public static final Collection<RefreshToken> REFRESH_TOKENS = Collection.of("refresh_tokens", RefreshToken.class)
            .encrypted("salt")
            .expires("expiresAt");

    public static final Collection<SignInAttempts> ATTEMPTS =
            Collection.of("sign_in_attempts", SignInAttempts.class).expires("expiresAt");

    public static final Collection<Guesses> GUESSES =
            Collection.of("sign_in_guesses", Guesses.class).expires("expiresAt");

    public static final Collection<LetterLink> LETTER_LINKS =
            Collection.of("letter_links", LetterLink.class).encrypted("email").expires("expiresAt");

    public static final Collection<ApiKey> API_KEYS =
            Collection.of("api_keys", ApiKey.class).index(Index.asc("userId"), Index.asc("createdAt"));

    /// Which key a text is of, under the text's hash.
    public static final Collection<KeyHash> KEY_HASHES =
            Collection.of("api_key_hashes", KeyHash.class).expires("expiresAt");

    public static final Collection<KeyOrigins> KEY_ORIGINS = Collection.of("api_key_origins", KeyOrigins.class)
            .index(Index.desc("at"))
            .expires("expiresAt");

    public static final Collection<KeyUse> KEY_USES = Collection.of("api_key_uses", KeyUse.class);

    public static final Collection<KeyDay> KEY_DAYS = Collection.of("api_key_uses/{}/days", KeyDay.class)
            .index(Index.desc("day"))
            .expires("expiresAt");

    public static final Schema SCHEMA = Schema.of(
            USERS,
            EMAILS,
            PREFERENCES,
            SIGN_INS,
            REFRESH_TOKENS,
            ATTEMPTS,
            GUESSES,
            LETTER_LINKS,
            API_KEYS,
            KEY_HASHES,
            KEY_ORIGINS,
            KEY_USES,
            KEY_DAYS,
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

    public static Ref<ApiKey> apiKey(String id) {
        return API_KEYS.id(id);
    }

    public static Ref<KeyUse> keyUse(String keyId) {
        return KEY_USES.id(keyId);
    }

    /// @param day such as `2026-11-29`
    public static Ref<KeyDay> keyDay(String keyId, String day) {
        return KEY_DAYS.id(keyUse(keyId), day);
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

    /// Takes any text: what is stored is its hash.
    public static Ref<LetterLink> letterLink(String token) {
        return LETTER_LINKS.id(OpaqueTokens.hash(token));
    }

    public static Ref<Guesses> lettersTo(EmailAddress email, LetterKind kind) {
        return GUESSES.id(OpaqueTokens.hash("letters to " + email.former() + " to " + kind.page()));
    }

    public static Ref<Guesses> lettersFrom(String address) {
        return GUESSES.id(OpaqueTokens.hash("letters from " + address));
    }

    public static Ref<Guesses> guessesOn(EmailAddress email) {
        return GUESSES.id(OpaqueTokens.hash("on " + email.former()));
    }

    public static Ref<Guesses> guessesFrom(String address) {
        return GUESSES.id(OpaqueTokens.hash("from " + address));
    }
}
