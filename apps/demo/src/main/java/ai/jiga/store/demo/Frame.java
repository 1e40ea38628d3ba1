package ai.jiga.store.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.OptionalLong;

/// One frame of the live line: `{type, seq?, timestamp, data}`, in either direction.
///
/// @param seq the client's number of the frame that this one is, or answers; absent on what answers nobody
record Frame(String type, OptionalLong seq, ObjectNode data) {
    static Frame sent(String type, long seq, ObjectNode data) {
        return new Frame(type, OptionalLong.of(seq), data);
    }

    /// Reads a server's frame. Fields that a server puts beside `type` are looked up there when `data` has them not.
    static Frame read(ObjectMapper json, String text) {
        JsonNode read;
        try {
            read = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw DemoStopped.failed("The store sent something on the live line that is not JSON: " + text);
        }
        if (!(read instanceof ObjectNode frame) || !frame.path("type").isTextual()) {
            throw DemoStopped.failed("The store sent a frame without a type: " + text);
        }
        var data = frame.path("data") instanceof ObjectNode inner ? inner : json.createObjectNode();
        frame.properties().forEach(field -> {
            if (!"data".equals(field.getKey()) && !"type".equals(field.getKey()) && !data.has(field.getKey())) {
                data.set(field.getKey(), field.getValue());
            }
        });
        var seq = data.path("seq");
        return new Frame(
                frame.path("type").textValue(),
                seq.isIntegralNumber() ? OptionalLong.of(seq.longValue()) : OptionalLong.empty(),
                data);
    }

    String written(ObjectMapper json, Instant at) {
        var frame = json.createObjectNode();
        frame.put("type", type);
        seq.ifPresent(number -> frame.put("seq", number));
        frame.put("timestamp", at.toString());
        frame.set("data", data);
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether this is the last word on its `seq`: it names the price and no further part follows.
    boolean settlesItsSeq() {
        return seq.isPresent()
                && data.hasNonNull("dofConsumed")
                && data.path("done").asBoolean(true);
    }

    boolean replayed() {
        return data.path("replayed").asBoolean(false);
    }

    long dofConsumed() {
        return Answer.amount(data, "/dofConsumed", "A frame of type " + type);
    }
}
