package ai.jiga.store.models.builtin;

import ai.jiga.store.models.builtin.advice.Notebook;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A notebook as JSON: `{"v":1,"notebook":{...}}`. A snapshot of another version is not understood.
final class Snapshots {

    private static final int VERSION = 1;

    private final ObjectMapper json = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Versioned(int v, Notebook notebook) {}

    String write(Notebook notebook) {
        try {
            return json.writeValueAsString(new Versioned(VERSION, notebook));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A notebook is plain data and can always be written", e);
        }
    }

    /// The notebook, or null if the text is not a snapshot of ours.
    @Nullable Notebook read(String snapshot) {
        try {
            Versioned read = json.readValue(snapshot, Versioned.class);
            return read.v() == VERSION ? read.notebook() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
