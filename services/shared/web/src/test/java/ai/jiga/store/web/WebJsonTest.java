package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aNameMayBeEscapedHoweverItIsWritten() throws IOException {
        String written = "{\"\\ud83c\\udff3\\u00e4 \\u6e38\": 1}";
        var read = mapper.readTree(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.fieldNames()).toIterable().containsExactly("\ud83c\udff3\u00e4 \u6e38");
    }
}
