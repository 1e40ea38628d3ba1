package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "deflate, gzip;q=1.0, *;q=0.5",
                "br;q=1, gzip ; q=0.001",
                "*",
                "*;q=0.1"
            })
    void gzipIsWantedWhereItIsNamedOrMeant(String header) {
        assertThat(ContentCodings.acceptGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzipped", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "*;q=0", ",;"})
    void elsewhereItIsNot(String header) {
        assertThat(ContentCodings.acceptGzip(header)).isFalse();
    }

    @Test
    void anotherCodingIsAskedForByItsOwnName() {
        assertThat(ContentCodings.accept("gzip, deflate, br", "br")).isTrue();
        assertThat(ContentCodings.accept("gzip, deflate", "br")).isFalse();
        assertThat(ContentCodings.accept("*, br;q=0", "br")).isFalse();
    }

    @Test
    void whoSaysNothingGetsNothing() {
        assertThat(ContentCodings.acceptGzip(null)).isFalse();
    }
}
