package ai.jiga.store.gateway.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// The Java methods behind the operations, found by what both say of themselves: the HTTP method and the path.
final class DeclaredMethods {
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private final Map<String, MethodInfo> methods = new HashMap<>();

    DeclaredMethods(IndexView index) {
        for (String verb : VERBS) {
            for (AnnotationInstance annotation : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                MethodInfo method = annotation.target().asMethod();
                AnnotationInstance root = method.declaringClass().declaredAnnotation(PATH);
                if (root != null) {
                    methods.put(key(verb, root.value().asString(), method.annotation(PATH)), method);
                }
            }
        }
    }

    private static String key(String verb, String root, AnnotationInstance path) {
        return key(verb, root + (path == null ? "" : "/" + path.value().asString()));
    }

    /// `GET /api/v1/agents/{id}`: the same for a path that is written in pieces.
    static String key(String verb, String path) {
        String normalised = ("/" + path).replaceAll("/+", "/").replaceAll("\\{ *(\\w+)[^}]*}", "{$1}");
        boolean slash = normalised.length() > 1 && normalised.endsWith("/");
        return verb.toUpperCase(Locale.ROOT) + " "
                + (slash ? normalised.substring(0, normalised.length() - 1) : normalised);
    }

    Optional<MethodInfo> of(String verb, String path) {
        return Optional.ofNullable(methods.get(key(verb, path)));
    }

    /// Whether the method or its class carries the annotation.
    static boolean has(MethodInfo method, Class<?> annotation) {
        DotName name = DotName.createSimple(annotation.getName());
        return method.hasDeclaredAnnotation(name) || method.declaringClass().hasDeclaredAnnotation(name);
    }

    /// The names of enum constants in an annotation of the method's.
    static Stream<String> constants(MethodInfo method, Class<?> annotation) {
        AnnotationInstance instance = method.annotation(DotName.createSimple(annotation.getName()));
        return Stream.ofNullable(instance)
                .map(AnnotationInstance::value)
                .filter(Objects::nonNull)
                .map(AnnotationValue::asEnumArray)
                .flatMap(Arrays::stream);
    }
}
