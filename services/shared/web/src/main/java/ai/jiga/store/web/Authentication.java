package ai.jiga.store.web;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
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
        String text = header.substring(SCHEME.length()).strip();
        TokenVerifier.VerifiedToken token = tokens.verify(text)
                .orElseThrow(() -> KeyConditions.invalid(text).asException());
        admitted(token.admission(), KeyConditions.page(request::getHeaderString))
                .ifPresent(refusal -> {
                    throw refusal.asException();
                });
        if (token.admission() instanceof Admission.ByKey key && key.publishable()) {
            current.setToPublishableKey();
        } else {
            current.set(caller(token));
        }
    }

    private Optional<Rejection> admitted(Admission admission, @Nullable String origin) {
        return KeyConditions.refusal(admission, origin, networks -> addresses.isWithin(here.request(), networks));
    }

    /// Whose token it is, for doors that are no resource.
    public static Caller.User caller(TokenVerifier.VerifiedToken token) {
        Caller.Role role = token.role().equals("admin") ? Caller.Role.ADMIN : Caller.Role.USER;
        return new Caller.User(UserId.of(token.subject()), role, token.admission());
    }
}
