package ai.jiga.store.models.builtin;

import ai.jiga.store.models.builtin.advice.Notebook;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A notebook as JSON: `{"v":1,"notebook":{...}}`. A snapshot of another version is not understood.
final class Snapshots {

    private static final int VERSION = 1;

    /// What is unknown is written as null, so that a field that is absent betrays notes of another shape.
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Versioned(int v, @Nullable Notebook notebook) {}

    String write(Notebook notebook) {
        try {
            return json.writeValueAsString(new Versioned(VERSION, notebook));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A notebook is plain data and can always be written", e);
        }
    }

    /// The notebook, or null if the text is not a snapshot of ours.
    @Nullable
    Notebook read(String snapshot) {
        try {
            @Nullable Versioned read = json.readValue(snapshot, Versioned.class);
            return read == null || read.v() != VERSION ? null : read.notebook();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
