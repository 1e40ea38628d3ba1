package ai.jiga.store.assets;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// How a client uploads: one request with this method to this address, with these headers and the bytes as
/// its body.
///
/// @param headers to be sent exactly so; `Content-Length` is the client's own to send
/// @param expiresAt when the address ends
public record Invitation(String method, URI url, Map<String, String> headers, Instant expiresAt) {
    public Invitation {
        headers = Map.copyOf(headers);
    }
}
