package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.StorageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Values to stored JSON and back, the same on every engine: fields are encrypted and decrypted here, and
/// Firestore's limits are checked here (1 MiB a document, 20 levels, no array directly in an array, whole
/// numbers within a `long`), because an embedded engine or an emulator would let them pass.
public final class Codec {
    static final int MAX_BYTES = 1_048_576;
    private static final int MAX_LEVELS = 20;

    private final Schema schema;
    private final ObjectMapper mapper;
    private final ObjectReader trees;
    private final ObjectWriter texts;
    private final @Nullable FieldCipher cipher;
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<String, Set<String>> scalarFields = new HashMap<>();
    private final Map<String, Set<String>> indexedFields = new HashMap<>();

    /// @throws IllegalArgumentException when a collection has encrypted fields and no cipher is given
    public Codec(Schema schema, ObjectMapper mapper, @Nullable FieldCipher cipher) {
        this.schema = schema;
        this.mapper = mapper;
        this.trees = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.texts = mapper.writerFor(JsonNode.class);
        this.cipher = cipher;
        for (Collection<?> collection : schema.collections()) {
            if (!collection.encryptedFields().isEmpty() && cipher == null) {
                throw new IllegalArgumentException(collection + " has encrypted fields: the store needs a cipher");
            }
            readers.put(collection.name(), mapper.readerFor(collection.type()));
            List<Index.Field> fields = collection.indexes().stream()
                    .flatMap(index -> index.fields().stream())
                    .toList();
            scalarFields.put(
                    collection.name(),
                    fields.stream()
                            .filter(field -> field.kind() != Index.Kind.CONTAINS)
                            .map(Index.Field::path)
                            .collect(Collectors.toUnmodifiableSet()));
            indexedFields.put(
                    collection.name(),
                    Stream.concat(fields.stream().map(Index.Field::path), Stream.ofNullable(collection.expiresField()))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    public Schema schema() {
        return schema;
    }

    /// @throws IllegalArgumentException when the value is no JSON object, or holds what no engine can store
    /// @throws IllegalTransactionException past 1 MiB
    public <T> Encoded encode(Ref<T> ref, T value) {
        JsonNode node = mapper.valueToTree(value);
        if (!(node instanceof ObjectNode tree)) {
            throw new IllegalArgumentException(ref + ": a document is a JSON object, not " + node.getNodeType());
        }
        for (String field : ref.collection().encryptedFields()) {
            JsonNode plain = tree.get(field);
            if (plain != null) {
                tree.set(field, encrypted(ref, field, plain));
            }
        }
        return encoded(ref, tree);
    }

    public <T> Document<T> document(Ref<T> ref, String json, long createdMicros, long updatedMicros) {
        return new Document<>(ref, decode(ref, json), Micros.instant(createdMicros), Micros.instant(updatedMicros));
    }

    /// @throws StorageException when the stored JSON does not fit the collection's type
    public <T> T decode(Ref<T> ref, String json) {
        try {
            ObjectReader reader = readers.get(ref.collection().name());
            if (reader == null) {
                throw new IllegalArgumentException(ref + " is not in this store's schema");
            }
            if (ref.collection().encryptedFields().isEmpty()) {
                return reader.readValue(json);
            }
            ObjectNode tree = tree(json);
            for (String field : ref.collection().encryptedFields()) {
                if (tree.get(field) instanceof TextNode sealed) {
                    tree.put(field, cipher().decrypt(sealed.textValue(), place(ref, field)));
                }
            }
            return reader.readValue(tree);
        } catch (JsonProcessingException e) {
            throw new StorageException(
                    ref + " cannot be read as " + ref.collection().type(), e);
        } catch (java.io.IOException e) {
            throw new StorageException(ref + " cannot be read", e);
        }
    }

    /// The stored JSON as a tree of the caller's own.
    public ObjectNode tree(String json) {
        try {
            return (ObjectNode) trees.<JsonNode>readValue(json);
        } catch (JsonProcessingException e) {
            throw new StorageException("a stored document is not JSON", e);
        }
    }

    /// A value of a filter, a cursor or an update in the form in which it is stored.
    public JsonNode value(@Nullable Object value) {
        try {
            return trees.readValue(texts.writeValueAsString(mapper.<JsonNode>valueToTree(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value: " + value, e);
        }
    }

    /// A value as assigned to `field` of the document: encrypted, if the field is.
    JsonNode assigned(Ref<?> ref, String field, @Nullable Object value) {
        JsonNode node = value(value);
        return ref.collection().encryptedFields().contains(field) ? encrypted(ref, field, node) : node;
    }

    /// What of a stored document its collection's indexes are of: see [Encoded].
    public Map<String, JsonNode> indexed(Collection<?> collection, JsonNode tree) {
        Map<String, JsonNode> indexed = new HashMap<>();
        for (String field : indexedFields.getOrDefault(collection.name(), Set.of())) {
            JsonNode value = JsonValues.at(tree, field);
            if (!value.isMissingNode()) {
                indexed.put(field, value);
            }
        }
        return indexed;
    }

    /// Checked, and as text.
    Encoded encoded(Ref<?> ref, ObjectNode tree) {
        checkNode(ref, tree, 1);
        for (String field : scalarFields.getOrDefault(ref.collection().name(), Set.of())) {
            if (JsonValues.at(tree, field).isContainerNode()) {
                throw new IllegalArgumentException(
                        ref + ": " + field + " is indexed by value and holds an array or object");
            }
        }
        String json;
        try {
            json = texts.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(ref + " cannot be written as JSON", e);
        }
        checkUnicode(ref, json);
        if (json.length() > MAX_BYTES / 3 && json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalTransactionException(ref + " is over 1 MiB");
        }
        return new Encoded(json, indexed(ref.collection(), tree));
    }

    private JsonNode encrypted(Ref<?> ref, String field, JsonNode plain) {
        if (plain.isNull()) {
            return plain;
        }
        if (!plain.isTextual()) {
            throw new IllegalArgumentException(ref + ": only text is encrypted, " + field + " is not");
        }
        return TextNode.valueOf(cipher().encrypt(plain.textValue(), place(ref, field)));
    }

    private FieldCipher cipher() {
        if (cipher == null) {
            throw new IllegalStateException("no cipher");
        }
        return cipher;
    }

    private static String place(Ref<?> ref, String field) {
        return ref.path() + "#" + field;
    }

    private static void checkNode(Ref<?> ref, JsonNode node, int level) {
        if (level > MAX_LEVELS) {
            throw new IllegalArgumentException(ref + " is nested deeper than " + MAX_LEVELS + " levels");
        }
        if (node.isBigInteger() && !node.canConvertToLong()) {
            throw new IllegalArgumentException(ref + " holds a whole number past the range of a long");
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException(ref + " holds a number that JSON does not have");
        }
        if (node.isContainerNode()) {
            boolean array = node instanceof ArrayNode;
            for (JsonNode child : node) {
                if (array && child.isArray()) {
                    throw new IllegalArgumentException(ref + " holds an array directly in an array");
                }
                checkNode(ref, child, level + 1);
            }
        }
    }

    /// Half a surrogate pair has no UTF-8 form: an engine would store something else than it was given.
    private static void checkUnicode(Ref<?> ref, String json) {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < json.length()
                        && Character.isLowSurrogate(json.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException(ref + " holds text that is not Unicode");
                }
                i++;
            }
        }
    }
}
