package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.user.usecase.IssuedTokens;
import ai.jiga.store.web.PublicUrl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is answered to whoever is signed in from here on: the tokens, or, to pages of the store itself that wish it, a
/// cookie with what renews the sign-in.
public final class SignInAnswers {
    private final AuthCookie deviceCookie;
    private final AuthCookie signInCookie;
    private final OwnPages ownPages;

    public SignInAnswers(PublicUrl url) {
        this.deviceCookie = AuthCookie.ofDevice(url);
        this.signInCookie = AuthCookie.ofSignIn(url);
        this.ownPages = new OwnPages(url);
    }

    /// To be asked before anything is done.
    ///
    /// @throws ai.jiga.store.kernel.RejectedException ORIGIN_NOT_ALLOWED, to pages of others
    boolean inCookies(@Nullable Boolean wished, HttpHeaders headers) {
        if (!Boolean.TRUE.equals(wished)) {
            return false;
        }
        throwIfAny(ownPages.refusal(headers));
        return true;
    }

    /// The cookie's refresh token, or nothing.
    ///
    /// @throws ai.jiga.store.kernel.RejectedException ORIGIN_NOT_ALLOWED, to pages of others
    String fromCookie(HttpHeaders headers) {
        throwIfAny(ownPages.refusal(headers));
        return signInCookie.of(headers).orElse("");
    }

    private static void throwIfAny(Optional<Rejection> refusal) {
        refusal.ifPresent(refused -> {
            throw refused.asException();
        });
    }

    Response signedIn(int status, IssuedTokens tokens, boolean inCookies) {
        var response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(inCookies ? Tokens.inCookies(tokens) : Tokens.of(tokens));
        String deviceToken = tokens.deviceToken();
        if (deviceToken != null) {
            response.header(HttpHeaders.SET_COOKIE, deviceCookie.with(deviceToken));
        }
        if (inCookies) {
            response.header(HttpHeaders.SET_COOKIE, signInCookie.with(tokens.refreshToken()));
        }
        return response.build();
    }

    Response signedOut(boolean byCookie) {
        var answer = Response.noContent();
        return (byCookie ? answer.header(HttpHeaders.SET_COOKIE, signInCookie.gone()) : answer).build();
    }
}
