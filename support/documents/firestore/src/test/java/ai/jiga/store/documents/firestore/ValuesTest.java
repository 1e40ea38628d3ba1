package ai.jiga.store.documents.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final ObjectMapper JSON = DocumentJson.mapper();

    @Test
    void jsonComesBackAsItWasWithItsFieldsInTheOrderOfTheirNames() throws Exception {
        for (String text : List.of(
                "{\"flag\":true,\"none\":null,\"real\":0.1,\"round\":4.0,\"whole\":9223372036854775807}",
                "{\"at\":\"2026-01-31T12:00:00.000001Z\",\"list\":[1,\"2026-01-31T12:00:00.000000Z\",{\"in\":[]}]}",
                "{\"\":\"\",\"no day\":\"2026-02-30T12:00:00.000000Z\",\"short\":\"2026-01-31T12:00:00Z\"}")) {
            var tree = (ObjectNode) JSON.readTree(text);
            assertThat(Values.json(Values.fields(tree))).hasToString(text);
        }
    }

    @Test
    void anInstantIsATimestampAndWhatOnlyLooksLikeOneIsText() throws Exception {
        var tree = (ObjectNode)
                JSON.readTree("{\"at\":\"2026-01-31T12:00:00.000001Z\",\"no day\":\"2026-02-30T12:00:00.000000Z\"}");
        assertThat(Values.fields(tree))
                .isEqualTo(Map.of(
                        "at",
                        Timestamp.parseTimestamp("2026-01-31T12:00:00.000001Z"),
                        "no day",
                        "2026-02-30T12:00:00.000000Z"));
    }
}
