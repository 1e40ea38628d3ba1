package ai.jiga.store.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PictureUrlTest {
    private record Shown(@PictureUrl @Nullable String imageUrl) {}

    private static final String STORED = "{\"imageUrl\":\"asset:x-512.webp\"}";
    private static final String SHOWN = "{\"imageUrl\":\"https://store.example/assets/x-512.webp\"}";

    private final ObjectMapper documents = new ObjectMapper();
    private final ObjectMapper wire = new ObjectMapper();

    PictureUrlTest() {
        PictureUrls.reachedAt(wire, "https://store.example/assets/");
    }

    @Test
    void thatOfAnOwnPictureIsWholeOnTheWireAndANameInDocuments() throws JsonProcessingException {
        var shown = new Shown("asset:x-512.webp");

        assertThat(wire.writeValueAsString(shown)).isEqualTo(SHOWN);
        assertThat(wire.copy().writeValueAsString(shown)).isEqualTo(SHOWN);
        assertThat(documents.writeValueAsString(shown)).isEqualTo(STORED);
        assertThat(wire.readValue(SHOWN, Shown.class)).isEqualTo(shown);
        assertThat(documents.readValue(STORED, Shown.class)).isEqualTo(shown);
    }

    @Test
    void allOthersStayAsTheyAre() throws JsonProcessingException {
        for (String json : new String[] {"{\"imageUrl\":\"https://img.example/c.png\"}", "{\"imageUrl\":null}"}) {
            assertThat(wire.writeValueAsString(wire.readValue(json, Shown.class)))
                    .isEqualTo(json);
            assertThat(documents.writeValueAsString(documents.readValue(json, Shown.class)))
                    .isEqualTo(json);
        }
    }
}
