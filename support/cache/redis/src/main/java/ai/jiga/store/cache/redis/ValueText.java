package ai.jiga.store.cache.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Values as JSON, sealed where they are confidential. What cannot be written or read is not there, and the
/// log says so.
final class ValueText<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ValueText.class);

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final @Nullable ValueCipher cipher;

    /// @param cipher null: not sealed
    ValueText(Class<T> type, ObjectMapper json, @Nullable ValueCipher cipher) {
        this.reader = json.readerFor(type);
        this.writer = json.writerFor(type);
        this.cipher = cipher;
    }

    /// @param place where it lies
    Optional<String> write(T value, String place) {
        try {
            String json = writer.writeValueAsString(value);
            return Optional.of(cipher == null ? json : cipher.encrypt(json, place));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.error("{} cannot be cached", value.getClass().getName(), e);
            return Optional.empty();
        }
    }

    Optional<T> read(String text, String place) {
        try {
            T value = reader.readValue(cipher == null ? text : cipher.decrypt(text, place));
            return Optional.ofNullable(value);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("a cached value of {} cannot be read, and is loaded", place.split(":", 2)[0], e);
            return Optional.empty();
        }
    }
}
