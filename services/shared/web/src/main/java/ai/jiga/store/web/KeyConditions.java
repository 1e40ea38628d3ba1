package ai.jiga.store.web;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where a key may come from. Asked at every door, whoever else may come in by it.
public final class KeyConditions {
    private static final String THE_STORE = "the store itself";

    private KeyConditions() {}

    /// From which page a request comes: null when no browser sent it. A page's own site is asked without an
    /// `Origin`, but not without `Sec-Fetch-Site` (Fetch Metadata), which no script can leave out, and which
    /// Node's `fetch` does not send.
    public static @Nullable String page(UnaryOperator<@Nullable String> header) {
        String origin = header.apply("Origin");
        return origin != null ? origin : header.apply("Sec-Fetch-Site") == null ? null : THE_STORE;
    }

    /// What a text is answered that is no token, or not any more.
    public static Rejection invalid(String token) {
        return Rejection.of(
                ErrorCode.INVALID_TOKEN,
                token.startsWith(Admission.ByKey.BEGINNING)
                        ? "This API key is not one of the store's, was deleted, replaced more than a day ago, or has"
                                + " expired. Its account sees its keys, and makes new ones, at /api/v1/api-keys."
                        : "The access token is not valid or has expired. Sign in again or refresh it; a game asks its"
                                + " server for a new token.");
    }

    /// Refused with SECRET_KEY_IN_BROWSER or KEY_NOT_ALLOWED_HERE. Empty for who comes without a key.
    ///
    /// @param origin see [#page]
    /// @param isWithin whether the client's address is in one of some networks
    public static Optional<Rejection> refusal(
            Admission admission, @Nullable String origin, Predicate<Collection<String>> isWithin) {
        if (!(admission instanceof Admission.ByKey key)) {
            return Optional.empty();
        }
        if (!key.publishable() && origin != null) {
            return Optional.of(Rejection.of(
                    ErrorCode.SECRET_KEY_IN_BROWSER,
                    "A secret key came from a browser, where everybody can read it. Rotate it now; in pages and games use"
                            + " a publishable key, and tokens that your server makes for its players."));
        }
        if (origin != null
                && !origin.equals(THE_STORE)
                && !key.origins().isEmpty()
                && !key.origins().contains(origin)) {
            return Optional.of(Rejection.of(
                    ErrorCode.KEY_NOT_ALLOWED_HERE,
                    "This key is not for pages of " + origin + ". Add them to the key's 'allowedOrigins'."));
        }
        return key.networks().isEmpty() || isWithin.test(key.networks())
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        ErrorCode.KEY_NOT_ALLOWED_HERE,
                        "This key is not for the address that the request comes from. Add it to the key's"
                                + " 'allowedAddresses'."));
    }
}
