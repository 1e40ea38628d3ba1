package ai.jiga.store.web;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range of addresses in CIDR notation (RFC 4632), or a single one.
public final class Network {
    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /// Empty for anything else; names are not looked up.
    ///
    /// @param text `10.0.0.0/8`, `2001:db8::/32` or an address
    public static Optional<Network> of(String text) {
        String[] parts = text.strip().split("/", 2);
        return address(parts[0]).flatMap(address -> {
            int most = address.length * 8;
            int bits = parts.length == 1 ? most : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(address, bits));
        });
    }

    boolean contains(byte[] other) {
        return other.length == address.length && Arrays.equals(prefix(other, bits), prefix(address, bits));
    }

    /// The first bits of an address, the others zero.
    static byte[] prefix(byte[] address, int bits) {
        byte[] prefix = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            prefix[i] = (byte) (address[i] & (0xFF00 >> kept));
        }
        return prefix;
    }

    /// The bytes of an address in figures; one of IPv4 within IPv6 is one of IPv4.
    static Optional<byte[]> address(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            return Optional.empty();
        }
        return Optional.of(mapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
    }

    private static boolean mapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
