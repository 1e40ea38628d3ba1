package ai.jiga.store.gateway.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/// Says of an answer's members which may be null: those that the Java type calls so. Most are left out then,
/// but `fields` shows what it was asked for. And which are always there.
final class AnswerMembers {
    /// Members that are in every answer but one whose `fields` picked others: `required` would be untrue of that one.
    private static final String ALWAYS = "x-always";

    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class.getName());
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class.getName());
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class.getName());
    private static final DotName JSON_UNWRAPPED = DotName.createSimple(JsonUnwrapped.class.getName());

    private final IndexView index;

    AnswerMembers(IndexView index) {
        this.index = index;
    }

    void describe(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            // What takes no further members is a request's, of which it is said already.
            if (schema.getProperties() != null && !Boolean.FALSE.equals(schema.getAdditionalPropertiesBoolean())) {
                describe(name, schema);
            }
        });
    }

    private void describe(String name, Schema schema) {
        List<Map<String, FieldInfo>> madeFrom = index.getKnownClasses().stream()
                .filter(type -> isNamed(type, name))
                .map(this::membersOf)
                .filter(members ->
                        members.keySet().containsAll(schema.getProperties().keySet()))
                .toList();
        var properties = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((member, told) -> {
            boolean mayBeNull = madeFrom.stream().anyMatch(members -> isNullable(members.get(member)));
            properties.put(member, mayBeNull ? OrNull.of(told) : told);
        });
        schema.setProperties(properties);
        List<String> always = schema.getProperties().keySet().stream()
                .filter(member -> !madeFrom.isEmpty()
                        && madeFrom.stream().allMatch(members -> isAlwaysThere(members.get(member))))
                .toList();
        if (!always.isEmpty()) {
            schema.addExtension(ALWAYS, always);
        }
    }

    private static boolean isAlwaysThere(@Nullable FieldInfo field) {
        return field != null
                && !field.type().hasAnnotation(NULLABLE)
                && !field.declaringClass().hasDeclaredAnnotation(JSON_INCLUDE)
                && !field.hasAnnotation(JSON_INCLUDE);
    }

    private static boolean isNullable(@Nullable FieldInfo field) {
        return field != null && field.type().hasAnnotation(NULLABLE);
    }

    /// A second type of the same name has a number behind it, one with parameters their names.
    private static boolean isNamed(ClassInfo type, String name) {
        String own = type.name().withoutPackagePrefix().replaceAll(".*\\$", "");
        return name.startsWith(own)
                && (name.substring(own.length()).chars().allMatch(Character::isDigit)
                        || !type.typeParameters().isEmpty());
    }

    private Map<String, FieldInfo> membersOf(ClassInfo type) {
        var members = new LinkedHashMap<String, FieldInfo>();
        for (FieldInfo field : type.fields()) {
            ClassInfo inner = field.hasAnnotation(JSON_UNWRAPPED)
                    ? index.getClassByName(field.type().name())
                    : null;
            if (inner == null) {
                AnnotationInstance named = field.annotation(JSON_PROPERTY);
                members.put(
                        named == null || named.value() == null
                                ? field.name()
                                : named.value().asString(),
                        field);
            } else {
                members.putAll(membersOf(inner));
            }
        }
        return members;
    }
}
