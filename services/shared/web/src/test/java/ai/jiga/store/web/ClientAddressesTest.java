package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
    private final ClientAddresses trusting = trusting("10.0.0.0/8", "2001:db8:1::/48", "192.0.2.7");

    @Test
    void withoutATrustedProxyTheHeaderIsNotRead() {
        var nobody = trusting();

        assertThat(nobody.client("198.51.100.1", List.of("203.0.113.1")))
                .isEqualTo(nobody.client("198.51.100.1", List.of()));
        assertThat(trusting.client("198.51.100.1", List.of("203.0.113.1")))
                .isEqualTo(trusting.client("198.51.100.1", List.of()));
    }

    @Test
    void behindTrustedProxiesItIsReadFromTheEndToTheFirstStranger() {
        String client = trusting.client("203.0.113.1", List.of());

        assertThat(trusting.client("10.1.2.3", List.of("203.0.113.1"))).isEqualTo(client);
        assertThat(trusting.client("10.1.2.3", List.of("1.1.1.1, 203.0.113.1", "192.0.2.7 ,10.9.9.9")))
                .isEqualTo(client);
        assertThat(trusting.client("2001:db8:1:5::9", List.of("203.0.113.1:8080")))
                .isEqualTo(client);
    }

    @Test
    void whatIsNoAddressEndsTheReading() {
        assertThat(trusting.client("10.1.2.3", List.of("203.0.113.1, unknown")))
                .isEqualTo(trusting.client("10.1.2.3", List.of()));
        assertThat(trusting.client("10.1.2.3", List.of("", "[", "[]", ",,,"))).isNotEmpty();
        assertThat(trusting.client(null, List.of("203.0.113.1"))).isEqualTo("local");
    }

    @Test
    void anIpv6ClientIsItsSlash64() {
        String one = trusting.client("2001:db8:2:3::1", List.of());

        assertThat(trusting.client("2001:db8:2:3:ffff:ffff:ffff:ffff", List.of()))
                .isEqualTo(one);
        assertThat(trusting.client("2001:db8:2:4::1", List.of())).isNotEqualTo(one);
        assertThat(trusting.client("10.1.2.3", List.of("[2001:db8:2:3::9]:443")))
                .isEqualTo(one);
    }

    @Test
    void ipv4WithinIpv6IsIpv4() {
        assertThat(trusting.client("::ffff:203.0.113.1", List.of()))
                .isEqualTo(trusting.client("203.0.113.1", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "::1/129", "10.0.0/8/8", ""})
    void aProxyThatIsNoAddressIsRefusedAtStart(String proxy) {
        assertThatThrownBy(() -> trusting(proxy)).hasMessageContaining("JIGA_TRUSTED_PROXIES");
    }

    private static ClientAddresses trusting(String... proxies) {
        return ClientAddresses.behind(List.of(proxies));
    }
}
