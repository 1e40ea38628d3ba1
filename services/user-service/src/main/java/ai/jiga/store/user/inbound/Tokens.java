package ai.jiga.store.user.inbound;

import ai.jiga.store.user.usecase.Account;
import ai.jiga.store.user.usecase.IssuedTokens;
import org.jspecify.annotations.Nullable;

/// What whoever signed in is answered, and nobody else: never logged, never stored.
///
/// @param refreshToken good for one exchange; null where the sign-in's cookie has it
/// @param deviceToken by what the device is known from now on; with a sign-in alone, and null where its cookie has it
/// @param expiresIn seconds that the access token is good for
public record Tokens(
        Account user,
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String deviceToken,
        long expiresIn) {
    static Tokens of(IssuedTokens tokens) {
        return new Tokens(
                tokens.user(), tokens.accessToken(), tokens.refreshToken(), tokens.deviceToken(), tokens.expiresIn());
    }

    /// There is nothing in it that outlives the page.
    static Tokens inCookies(IssuedTokens tokens) {
        return new Tokens(tokens.user(), tokens.accessToken(), null, null, tokens.expiresIn());
    }

    @Override
    public String toString() {
        return "Tokens[" + user.id() + "]";
    }
}
