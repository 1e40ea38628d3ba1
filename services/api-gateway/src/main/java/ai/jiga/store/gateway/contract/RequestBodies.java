package ai.jiga.store.gateway.contract;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Graphemes;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// Says of a body what its Java types do: members that nobody reads are refused, what may be left out may be
/// null, and a text has the form and the length of its [Line] or [Paragraph].
final class RequestBodies {
    private static final DotName LINE = DotName.createSimple(Line.class.getName());
    private static final DotName PARAGRAPH = DotName.createSimple(Paragraph.class.getName());
    private static final DotName FREE_JSON = DotName.createSimple(FreeJson.class.getName());
    private static final DotName CHARACTERS = DotName.createSimple(Characters.class.getName());
    private static final DotName STRING = DotName.createSimple(String.class.getName());
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    private static final String NOT_BLANK = "\\S";
    private static final DotName JSON_PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

    private final References references;
    private final IndexView index;
    private final Set<String> described = new HashSet<>();

    RequestBodies(OpenAPI api, IndexView index) {
        this.references = References.of(api);
        this.index = index;
    }

    /// @return what the body's members may be refused for
    Set<ErrorCode> describe(Operation operation, List<Type> parameters) {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return codes;
        }
        for (MediaType media :
                operation.getRequestBody().getContent().getMediaTypes().values()) {
            Schema schema = media.getSchema();
            if (schema != null && schema.getRef() != null) {
                typeOf(schema.getRef(), parameters).ifPresent(type -> describe(type, schema, codes));
                // What may be left out may be null, as a whole as well as in part.
                if (!Boolean.TRUE.equals(operation.getRequestBody().getRequired())) {
                    media.setSchema(OrNull.of(schema));
                }
            }
        }
        return codes;
    }

    /// The class that the body is read into and that the schema is named after: a parameter's, or, where the resource
    /// reads the JSON itself, the one that its schema is made from.
    private Optional<ClassInfo> typeOf(String ref, List<Type> parameters) {
        String name = References.name(ref);
        return Stream.concat(
                        parameters.stream().map(type -> index.getClassByName(type.name())),
                        index.getKnownClasses().stream()
                                .filter(type -> type.name().toString().contains(".inbound."))
                                .filter(type -> name.equals(type.simpleName())))
                .filter(type -> type != null
                        && name.startsWith(type.name().withoutPackagePrefix().replaceAll(".*\\$", "")))
                .findFirst();
    }

    private void describe(ClassInfo type, Schema reference, Set<ErrorCode> codes) {
        Schema schema = references.resolved(reference);
        codes.add(ErrorCode.UNKNOWN_MEMBER);
        Map<String, FieldInfo> fields = fieldsOf(type);
        boolean first = described.add(type.name().toString());
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        var properties = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((name, property) -> {
            FieldInfo field = fields.get(name);
            Schema told = field == null ? property : member(field.type(), field, property, codes, first);
            boolean mayBeNull = first && !required.contains(name) && !isPrimitive(field);
            properties.put(name, mayBeNull ? OrNull.of(told) : told);
        });
        if (first) {
            schema.setProperties(properties);
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    /// What Java cannot hold as null is refused as null.
    private static boolean isPrimitive(@Nullable FieldInfo field) {
        return field != null && field.type().kind() == Type.Kind.PRIMITIVE;
    }

    private static Map<String, FieldInfo> fieldsOf(ClassInfo type) {
        var fields = new LinkedHashMap<String, FieldInfo>();
        for (FieldInfo field : type.fields()) {
            AnnotationInstance named = field.annotation(JSON_PROPERTY);
            fields.put(
                    named == null || named.value() == null
                            ? field.name()
                            : named.value().asString(),
                    field);
        }
        return fields;
    }

    private Schema member(Type type, FieldInfo field, Schema property, Set<ErrorCode> codes, boolean first) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE && property.getItems() != null) {
            Type element = type.asParameterizedType().arguments().getFirst();
            Schema items = member(element, field, property.getItems(), codes, first);
            return first ? property.items(items) : property;
        }
        if (type.name().equals(LINE) || type.name().equals(PARAGRAPH)) {
            codes.add(ErrorCode.UNFIT_TEXT);
            codes.add(ErrorCode.TEXT_TOO_LONG);
            return prose(type, field);
        }
        if (type.name().equals(FREE_JSON)) {
            codes.add(ErrorCode.INVALID_CONFIGURATION);
            return property;
        }
        if (type.name().equals(STRING) && first && property.getEnumeration() == null) {
            return withoutNul(property);
        }
        ClassInfo nested = index.getClassByName(type.name());
        if (nested != null && !nested.isEnum() && property.getRef() != null) {
            describe(nested, property, codes);
        }
        return property;
    }

    /// No body may have a NUL in it, whatever else its texts may have.
    private static Schema withoutNul(Schema text) {
        if (text.getFormat() != null) {
            // The form bounds it more closely than a length or an expression can say.
            text.minLength(null).maxLength(null).pattern(null);
        } else if (text.getPattern() == null) {
            text.setPattern("^[^\\u0000]*$");
        } else if (text.getPattern().equals(NOT_BLANK)) {
            // What `@NotBlank` takes for blank, are the characters up to the space.
            text.setPattern("^[^\\u0000]*[^\\u0000-\\u0020][^\\u0000]*$");
        }
        return text;
    }

    private static Schema prose(Type type, FieldInfo field) {
        AnnotationInstance bound =
                Optional.ofNullable(type.annotation(CHARACTERS)).orElse(field.annotation(CHARACTERS));
        if (bound == null) {
            throw new IllegalStateException(field.declaringClass().name() + "." + field.name()
                    + " is a text of any length: give it @Characters(max = ...)");
        }
        int max = bound.value("max").asInt();
        AnnotationValue least = bound.value("min");
        int min = least == null ? 0 : least.asInt();
        AnnotationInstance told = field.annotation(SCHEMA);
        if (told != null && told.value("pattern") != null) {
            return OASFactory.createSchema()
                    .addType(Schema.SchemaType.STRING)
                    .description("At most " + max + " characters as a person counts them")
                    .maxLength(max)
                    .pattern(told.value("pattern").asString());
        }
        String pattern = type.name().equals(LINE) ? Line.PATTERN : Paragraph.PATTERN;
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("At most " + max + " characters as a person counts them")
                .minLength(min)
                .maxLength(Graphemes.mostCodePoints(max))
                .pattern(min == 0 ? "^ *$|" + pattern : pattern);
    }
}
