package ai.jiga.store.user.usecase;

import org.jspecify.annotations.Nullable;

/// The answer to whoever signed in, and to nobody else: never logged, never stored.
///
/// @param refreshToken good for one exchange
/// @param deviceToken by what the device is known from now on; with a sign-in alone
/// @param expiresIn seconds that the access token is good for
public record IssuedTokens(
        Account user,
        String accessToken,
        String refreshToken,
        @Nullable String deviceToken,
        long expiresIn) {
    @Override
    public String toString() {
        return "IssuedTokens[" + user.id() + "]";
    }
}
