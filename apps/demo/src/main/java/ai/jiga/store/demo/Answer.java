package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// One answer of the store, read strictly: an amount is a whole JSON number, and a missing field is named.
///
/// @param request the method and path that it answers, for messages
record Answer(String request, int status, HttpHeaders headers, JsonNode body) {
    long amount(String pointer) {
        return amount(body, pointer, request);
    }

    String text(String pointer) {
        return text(body, pointer, request);
    }

    JsonNode node(String pointer) {
        return node(body, pointer, request);
    }

    static long amount(JsonNode from, String pointer, String where) {
        var node = node(from, pointer, where);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw DemoStopped.failed(
                    "%s: '%s' should be a whole number, but it is %s.".formatted(where, name(pointer), node));
        }
        return node.longValue();
    }

    static String text(JsonNode from, String pointer, String where) {
        var node = node(from, pointer, where);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw DemoStopped.failed("%s: '%s' should be a text, but it is %s.".formatted(where, name(pointer), node));
        }
        return node.textValue();
    }

    static JsonNode node(JsonNode from, String pointer, String where) {
        var node = from.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw DemoStopped.failed("%s: the answer lacks '%s'.".formatted(where, name(pointer)));
        }
        return node;
    }

    private static String name(String pointer) {
        return pointer.substring(1).replace('/', '.');
    }

    /// What a problem document says, in one line.
    String refusal() {
        var code = body.path("code").asText("");
        var detail = body.path("detail").asText(body.path("title").asText(""));
        return "%s was answered %d%s%s"
                .formatted(
                        request, status, code.isEmpty() ? "" : " " + code, detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
