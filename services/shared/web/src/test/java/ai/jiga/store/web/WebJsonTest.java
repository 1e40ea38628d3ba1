package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    WebJsonTest() {
        new WebJson().customize(mapper);
    }

    @Test
    void aNameMayBeEscapedHoweverItIsWritten() throws IOException {
        String written = "{\"\\ud83c\\udff3\\u00e4 \\u6e38\": 1}";
        var read = mapper.readTree(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.fieldNames()).toIterable().containsExactly("\ud83c\udff3\u00e4 \u6e38");
    }
}
