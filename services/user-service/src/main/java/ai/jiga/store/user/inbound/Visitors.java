package ai.jiga.store.user.inbound;

import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.PublicUrl;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// Who asks, by what a request says.
public final class Visitors {
    private final ClientAddresses addresses;
    private final DeviceTokens devices;
    private final AuthCookie deviceCookie;

    public Visitors(ClientAddresses addresses, DeviceTokens devices, PublicUrl url) {
        this.addresses = addresses;
        this.devices = devices;
        this.deviceCookie = AuthCookie.ofDevice(url);
    }

    /// What a client says itself counts before what its cookies say.
    Visitor of(@Nullable String deviceToken, HttpHeaders headers, HttpServerRequest http) {
        String shown = deviceToken == null ? deviceCookie.of(headers).orElse(null) : deviceToken;
        return new Visitor(
                addresses.of(http),
                devices.verify(shown).orElse(null),
                headers.getHeaderString(HttpHeaders.USER_AGENT),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
