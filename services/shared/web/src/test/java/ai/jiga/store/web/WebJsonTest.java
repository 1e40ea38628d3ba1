package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    WebJsonTest() {
        new WebJson().customize(mapper);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "[]", "{}"})
    void whatIsNoTextIsNotReadAsOne(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, String.class)).isInstanceOf(MismatchedInputException.class);
        assertThatThrownBy(() -> mapper.readValue("{\"word\":" + json + "}", Said.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void aNumberIsNoWordOfAList() {
        assertThatThrownBy(() -> mapper.readValue("0", Choice.class)).isInstanceOf(MismatchedInputException.class);
    }

    private enum Choice {
        ONLY
    }

    private record Said(String word) {}

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T18:00:00Z, 2026-11-28T18:00:00Z",
        "2026-11-28T18:00:00.5+01:30, 2026-11-28T16:30:00.5Z",
        "2026-11-28T18:00:00+18:00, 2026-11-28T00:00:00Z",
        "2026-11-28T18:00:00+23:59, 2026-11-27T18:01:00Z",
        "2026-11-28T18:00:00-19:41, 2026-11-29T13:41:00Z"
    })
    void aTimeHasAnyOffsetThatTheStandardHas(String written, Instant time) throws IOException {
        assertThat(mapper.readValue('"' + written + '"', Instant.class)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28",
                "2026-11-28T18:00:00",
                "2026-11-28T18:00:00+24:00",
                "+19:41",
                "9999-12-31T23:00:00-19:00"
            })
    void whatIsNoTimeIsRefused(String written) {
        assertThatThrownBy(() -> mapper.readValue('"' + written + '"', Instant.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void aNameMayBeEscapedHoweverItIsWritten() throws IOException {
        String written = "{\"\\ud83c\\udff3\\u00e4 \\u6e38\": 1}";
        var read = mapper.readTree(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.fieldNames()).toIterable().containsExactly("\ud83c\udff3\u00e4 \u6e38");
    }
}
