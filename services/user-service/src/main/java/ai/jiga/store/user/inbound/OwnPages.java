package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.PublicUrl;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/// Whether a request comes from a page of the store itself. A cookie says who somebody is and not whose
/// page asks, so it is taken from one's own pages alone: by the browser's word (Fetch Metadata), and where
/// it gives none by `Origin`, which it sends with every POST.
final class OwnPages {
    private final PublicUrl url;

    OwnPages(PublicUrl url) {
        this.url = url;
    }

    /// Refused with ORIGIN_NOT_ALLOWED.
    Optional<Rejection> refusal(HttpHeaders request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean own = site == null
                ? origin == null || origin.equalsIgnoreCase(url.base())
                : site.equals("same-origin") || site.equals("none");
        return own
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        ErrorCode.ORIGIN_NOT_ALLOWED,
                        "The cookie of a sign-in is for pages of the store itself. Other pages keep the tokens, and send"
                                + " them in the body."));
    }
}
