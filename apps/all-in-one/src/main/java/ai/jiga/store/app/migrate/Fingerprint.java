package ai.jiga.store.app.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// How many documents there are, and a hash of all of them that does not depend on their order: the sum of the SHA-256
/// of each (path and canonical JSON), modulo 2^256. Two engines that hold the same have the same.
final class Fingerprint {
    private static final int BYTES = 32;

    private final byte[] sum = new byte[BYTES];
    private long documents;

    void add(String path, ObjectNode document) {
        documents++;
        byte[] hash = sha256(path + "\n" + canonical(document));
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            int digit = (sum[i] & 0xff) + (hash[i] & 0xff) + carry;
            sum[i] = (byte) digit;
            carry = digit >> 8;
        }
    }

    long documents() {
        return documents;
    }

    String hash() {
        return HexFormat.of().formatHex(sum);
    }

    boolean sameAs(Fingerprint other) {
        return documents == other.documents && MessageDigest.isEqual(sum, other.sum);
    }

    /// Fields in the order of their names; numbers by their value, because engines write `4.0` and `4` as they like.
    private static String canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, String> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            var text = new StringBuilder("[");
            node.forEach(element -> text.append(canonical(element)).append(','));
            return text.append(']').toString();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? Long.toString(node.longValue()) : Double.toString(node.doubleValue());
        }
        return node.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
