package ai.jiga.store.gateway;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who is at the other end. `X-Forwarded-For` is read from its end, and only as far as it was
/// written by proxies that the configuration names: what stands before that, a stranger may have made
/// up.
final class ClientAddresses {
    /// A household or a server gets a /64 of IPv6, and could change its address for every request.
    private static final int IPV6_BITS = 64;

    private final List<Network> proxies;

    ClientAddresses(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /// A short text that is the same for all requests of one client.
    ///
    /// @param peer the address that the connection comes from; null when it has none, as that of a
    /// local socket
    /// @param forwardedFor the values of `X-Forwarded-For`, in their order
    String client(@Nullable String peer, List<String> forwardedFor) {
        Optional<byte[]> connected = Network.address(peer);
        if (connected.isEmpty()) {
            return "local";
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
        return HexFormat.of().formatHex(client.length == 16 ? Network.prefix(client, IPV6_BITS) : client);
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
