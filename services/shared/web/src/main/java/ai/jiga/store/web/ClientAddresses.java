package ai.jiga.store.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who is at the other end. `X-Forwarded-For` is read from its end, and only as far as it was
/// written by proxies that the configuration names: what stands before that, a stranger may have made
/// up. The same holds for what the request says of its way here.
public final class ClientAddresses {
    /// A household or a server gets a /64 of IPv6, and could change its address for every request.
    private static final int IPV6_BITS = 64;

    /// What proxies add to a request.
    private static final List<String> FORWARDING =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final List<Network> proxies;

    private ClientAddresses(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /// @param proxies addresses and networks (`10.0.0.0/8`) whose word is taken
    /// @throws IllegalArgumentException when one of them is neither; names are not looked up
    public static ClientAddresses behind(List<String> proxies) {
        return new ClientAddresses(proxies.stream()
                .map(text -> Network.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("JIGA_TRUSTED_PROXIES: '" + text
                                + "' is not an address or a network such as 10.0.0.0/8")))
                .toList());
    }

    /// A short text that is the same for all requests of one client.
    public String of(HttpServerRequest request) {
        return client(peer(request), request.headers().getAll("X-Forwarded-For"));
    }

    /// Whether the client spoke TLS, to the store or to a proxy in front of it.
    public boolean cameByTls(HttpServerRequest request) {
        return request.isSSL()
                || cameByTls(
                        peer(request),
                        request.headers().getAll("X-Forwarded-Proto"),
                        request.headers().getAll("Forwarded"));
    }

    /// Whether a proxy that the configuration names says that its client spoke TLS.
    ///
    /// @param peer the address that the connection comes from
    /// @param protocols the values of `X-Forwarded-Proto`, in their order
    /// @param forwarded those of `Forwarded` (RFC 7239)
    public boolean cameByTls(@Nullable String peer, List<String> protocols, List<String> forwarded) {
        if (!Network.address(peer).map(this::isProxy).orElse(false)) {
            return false;
        }
        return last(protocols).equalsIgnoreCase("https")
                || Arrays.stream(last(forwarded).split(";"))
                        .map(pair -> pair.strip().replace("\"", ""))
                        .anyMatch("proto=https"::equalsIgnoreCase);
    }

    /// Whether it is somebody on this machine who asks, and no proxy on it that speaks for others.
    public boolean isLocal(HttpServerRequest request) {
        return FORWARDING.stream().noneMatch(request.headers()::contains)
                && Network.address(peer(request))
                        .filter(peer -> isLoopback(peer) && !isProxy(peer))
                        .isPresent();
    }

    /// Whether the client is in one of these networks. One whose connection has no address is in none.
    ///
    /// @param networks in CIDR notation, or single addresses
    public boolean isWithin(HttpServerRequest request, Collection<String> networks) {
        return address(peer(request), request.headers().getAll("X-Forwarded-For"))
                .map(client -> networks.stream()
                        .flatMap(text -> Network.of(text).stream())
                        .anyMatch(network -> network.contains(client)))
                .orElse(false);
    }

    /// @param peer the address that the connection comes from; null when it has none, as that of a local socket
    /// @param forwardedFor the values of `X-Forwarded-For`, in their order
    String client(@Nullable String peer, List<String> forwardedFor) {
        return address(peer, forwardedFor)
                .map(client ->
                        HexFormat.of().formatHex(client.length == 16 ? Network.prefix(client, IPV6_BITS) : client))
                .orElse("local");
    }

    private Optional<byte[]> address(@Nullable String peer, List<String> forwardedFor) {
        Optional<byte[]> connected = Network.address(peer);
        if (connected.isEmpty()) {
            return connected;
        }
        byte[] client = connected.get();
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
        for (String hop : hops.reversed()) {
            Optional<byte[]> named = Network.address(withoutPort(hop.strip()));
            if (!isProxy(client) || named.isEmpty()) {
                break;
            }
            client = named.get();
        }
        return Optional.of(client);
    }

    private static @Nullable String peer(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return peer == null ? null : peer.hostAddress();
    }

    private static boolean isLoopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static String last(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        String value = values.getLast();
        return value.substring(value.lastIndexOf(',') + 1).strip();
    }

    private boolean isProxy(byte[] address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
