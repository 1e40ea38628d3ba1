package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                " 00-" + TRACE + "-00f067aa0ba902b7-00 ",
                "cc-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be-like",
            })
    void aWellFormedTraceIsFollowed(String header) {
        assertThat(TraceContext.traceId(List.of(header))).contains(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "cc-" + TRACE + "-00f067aa0ba902b7-01.more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "0-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-1",
                "00_" + TRACE + "_00f067aa0ba902b7_01",
            })
    void anIllFormedOneIsAsGoodAsNone(String header) {
        assertThat(TraceContext.traceId(List.of(header))).isEmpty();
    }

    @Test
    void twoOfThemAreNone() {
        String one = "00-" + TRACE + "-00f067aa0ba902b7-01";

        assertThat(TraceContext.traceId(List.of())).isEmpty();
        assertThat(TraceContext.traceId(List.of(one, one))).isEmpty();
    }
}
