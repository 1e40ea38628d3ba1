package ai.jiga.store.web;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.TokenVerifier;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the bearer token, if there is one. A bad token is refused on public paths too: its sender believes
/// to be somebody.
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final TokenVerifier tokens;
    private final CurrentCaller current;
    private final ClientAddresses addresses;
    private final RoutingContext here;

    public Authentication(TokenVerifier tokens, CurrentCaller current, ClientAddresses addresses, RoutingContext here) {
        this.tokens = tokens;
        this.current = current;
        this.addresses = addresses;
        this.here = here;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return;
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw CurrentCaller.unauthorized().asException();
        }
        TokenVerifier.VerifiedToken token = tokens.verify(
                        header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> Rejection.of(
                                ErrorCode.INVALID_TOKEN,
                                "The access token is not valid or has expired. Sign in again or refresh it.")
                        .asException());
        admitted(token.admission(), KeyConditions.page(request::getHeaderString))
                .ifPresent(refusal -> {
                    throw refusal.asException();
                });
        current.set(callerOf(token));
    }

    private Optional<Rejection> admitted(Admission admission, @Nullable String origin) {
        return KeyConditions.refusal(admission, origin, networks -> addresses.isWithin(here.request(), networks));
    }

    /// Whose token it is. A publishable key is nobody's: it is good for what everybody may.
    private static Caller callerOf(TokenVerifier.VerifiedToken token) {
        return token.admission() instanceof Admission.ByKey key && key.publishable() ? Caller.ANONYMOUS : caller(token);
    }

    /// Whose token it is, for doors that are no resource.
    public static Caller.User caller(TokenVerifier.VerifiedToken token) {
        Caller.Role role = token.role().equals("admin") ? Caller.Role.ADMIN : Caller.Role.USER;
        return new Caller.User(UserId.of(token.subject()), role, token.admission());
    }
}
