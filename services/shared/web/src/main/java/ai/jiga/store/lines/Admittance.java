package ai.jiga.store.lines;

import ai.jiga.store.access.Access;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.AllowedOrigins;
import ai.jiga.store.web.Authentication;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.KeyConditions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who may come in by a WebSocket's door, as [Authentication] and [ai.jiga.store.access.AccessFilter] say it of the
/// resources: by a token in the header, or by a ticket in the address.
///
/// @param ended which sign-ins and keys are over
public record Admittance(
        TokenVerifier tokens,
        EndedSignIns ended,
        Tickets tickets,
        AllowedOrigins origins,
        ClientAddresses addresses,
        Access access) {
    private static final String BEARER = "bearer ";

    /// Whoever stands at a door.
    ///
    /// @param ticket what was shown; null where it was a token
    public record Entrant(Caller.User user, @Nullable Ticket ticket) {}

    /// @param operation the door's own row in the access table
    /// @param purpose what a ticket must be for
    Outcome<Entrant> admit(HttpServerRequest request, String operation, String purpose) {
        return entrant(request, purpose)
                .then(entrant -> access.refusal(entrant.user(), operation)
                        .<Outcome<Entrant>>map(Outcome::rejected)
                        .orElseGet(() -> Outcome.done(entrant)));
    }

    private Outcome<Entrant> entrant(HttpServerRequest request, String purpose) {
        String authorization = request.getHeader("Authorization");
        String ticket = request.getParam("ticket");
        if (authorization != null) {
            String text = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    ? authorization.substring(BEARER.length()).strip()
                    : "";
            return tokens.verify(text)
                    .map(verified -> holder(request, verified).map(user -> new Entrant(user, null)))
                    .orElseGet(() -> Outcome.rejected(KeyConditions.invalid(text)));
        }
        if (ticket != null) {
            return tickets.open(ticket, purpose)
                    .map(shown -> Outcome.done(new Entrant(shown.holder(), shown)))
                    .orElseGet(() -> Outcome.rejected(Tickets.refused()));
        }
        return Outcome.rejected(
                ErrorCode.UNAUTHORIZED,
                "Show who you are: the header 'Authorization: Bearer <access token>', or '?ticket='.");
    }

    /// For a door that has no transaction of its own.
    public Outcome<Caller.User> redeemed(Entrant entrant) {
        Ticket ticket = entrant.ticket();
        return ticket == null || tickets.redeem(ticket)
                ? Outcome.done(entrant.user())
                : Outcome.rejected(Tickets.refused());
    }

    private Outcome<Caller.User> holder(HttpServerRequest request, TokenVerifier.VerifiedToken token) {
        if (token.admission() instanceof Admission.ByKey key && key.publishable()) {
            return Outcome.rejected(
                    ErrorCode.UNAUTHORIZED,
                    "A publishable key opens no line by itself: come with a player's token, or with a ticket.");
        }
        return KeyConditions.refusal(
                        token.admission(),
                        KeyConditions.page(request::getHeader),
                        networks -> addresses.isWithin(request, networks))
                .<Outcome<Caller.User>>map(Outcome::rejected)
                .orElseGet(() -> Outcome.done(Authentication.caller(token)));
    }
}
