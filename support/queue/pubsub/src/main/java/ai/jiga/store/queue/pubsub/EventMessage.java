package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.queue.Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/// An event as a message: the envelope as JSON in the body, the key as ordering key, and what filters and people look
/// at as attributes.
final class EventMessage {
    static final String VERSION = "1.0";
    private static final String TYPE = "eventType";
    private static final String TIMESTAMP = "timestamp";
    private static final String KEY = "key";
    private static final String SEQUENCE = "sequence";

    /// Ids become parts of document ids.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final ObjectMapper json = DocumentJson.mapper();

    /// What a message turned out to be.
    sealed interface Read {
        record Understood(Event event) implements Read {}

        /// An envelope that has the fields of ours but another version: written by a newer store, it must not
        /// be lost.
        record OfAnotherVersion(Event event) implements Read {}

        /// @param why in words for an operator, without the body
        record Malformed(String why) implements Read {}
    }

    PubsubMessage write(Event event) {
        Event.Metadata about = event.metadata();
        try {
            return PubsubMessage.newBuilder()
                    .setData(ByteString.copyFrom(json.writeValueAsBytes(event)))
                    .setOrderingKey(about.key())
                    .putAttributes(TYPE, event.type())
                    .putAttributes(TIMESTAMP, DocumentJson.text(event.timestamp()))
                    .putAttributes(KEY, about.key())
                    .putAttributes(SEQUENCE, Long.toString(about.sequence()))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Read read(PubsubMessage message) {
        for (String attribute : List.of(TYPE, TIMESTAMP, KEY, SEQUENCE)) {
            if (!message.containsAttributes(attribute)) {
                return new Read.Malformed("it lacks the attribute " + attribute);
            }
        }
        Event event;
        try {
            JsonNode body = json.readTree(message.getData().newInput());
            String lacking = lacking(body);
            if (!lacking.isEmpty()) {
                return new Read.Malformed("its envelope lacks " + lacking);
            }
            event = json.treeToValue(body, Event.class);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Read.Malformed(
                    "its body is no envelope (" + unreadable.getClass().getSimpleName() + ")");
        }
        Event.Metadata about = event.metadata();
        if (!ID.matcher(event.id()).matches()) {
            return new Read.Malformed("its event has no usable id");
        }
        if (!event.type().equals(message.getAttributesOrThrow(TYPE))
                || !about.key().equals(message.getAttributesOrThrow(KEY))
                || !Long.toString(about.sequence()).equals(message.getAttributesOrThrow(SEQUENCE))
                || !about.key().equals(message.getOrderingKey())) {
            return new Read.Malformed("its attributes and its envelope contradict each other");
        }
        return about.version().equals(VERSION) ? new Read.Understood(event) : new Read.OfAnotherVersion(event);
    }

    /// @return the first field of the envelope that is not there as it should be, or nothing
    private static String lacking(JsonNode body) {
        if (!body.isObject()) {
            return "everything";
        }
        for (String field : List.of("id", "type", "timestamp")) {
            if (!body.path(field).isTextual()) {
                return field;
            }
        }
        JsonNode metadata = body.path("metadata");
        for (String field : List.of("version", "source", "key")) {
            if (!metadata.path(field).isTextual()) {
                return "metadata." + field;
            }
        }
        JsonNode sequence = metadata.path("sequence");
        if (!sequence.isIntegralNumber() || !sequence.canConvertToLong()) {
            return "metadata.sequence";
        }
        return body.path("data").isObject() ? "" : "data";
    }
}
