package ai.jiga.store.user.usecase;

/// The answer to whoever signed in, and to nobody else: never logged, never stored.
///
/// @param refreshToken good for one exchange
/// @param expiresIn seconds that the access token is good for
public record Tokens(Account user, String accessToken, String refreshToken, long expiresIn) {
    @Override
    public String toString() {
        return "Tokens[" + user.id() + "]";
    }
}
