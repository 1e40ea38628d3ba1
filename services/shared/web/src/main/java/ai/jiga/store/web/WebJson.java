package ai.jiga.store.web;

import ai.jiga.store.contracts.json.KernelModule;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/// JSON on the wire: strict about what comes in (depth, duplicate keys, no guessing of types), absent values
/// left out.
@Singleton
public class WebJson implements ObjectMapperCustomizer {
    static final int MAX_DEPTH = 32;
    /// Characters: a number of more digits than any of ours only costs time to read.
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final int MAX_NAME_LENGTH = 256;
    /// Characters: as many as the largest message on a session's line. A body, which has at most 1 MiB, holds less.
    public static final int MAX_STRING_LENGTH = 3 * (1 << 20) / 2;

    /// After the framework has registered its modules, whose reader of times would come before ours.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // The mapper is Quarkus's: its builder is out of reach.
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new KernelModule());
        mapper.registerModule(new WireValues());
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        // A text is none that Jackson can make of a number.
        for (CoercionInputShape other :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(other, CoercionAction.Fail);
        }
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // Jackson's reader of bytes takes a member whose name has an escaped surrogate pair for broken JSON;
        // without this feature, bytes become text first, whose reader does not.
        mapper.getFactory().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .build());
    }
}
