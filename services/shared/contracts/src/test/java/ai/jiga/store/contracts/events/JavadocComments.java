package ai.jiga.store.contracts.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the source says about a record: the comment above it. Read from the file, because classes do not keep
/// comments, and said once, because two texts about one event come to differ.
///
/// @param about the text before the first `@param`
/// @param components by name
record JavadocComments(String about, Map<String, String> components) {

    private static final List<Path> SOURCES = List.of(
            Path.of("src", "main", "java"),
            Path.of("..", "..", "..", "support", "queue", "api", "src", "main", "java"));

    JavadocComments {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }

    static JavadocComments of(Class<?> type) {
        List<String> comment = new ArrayList<>();
        for (String line : source(type).stream().map(String::strip).toList()) {
            if (line.startsWith("///")) {
                comment.add(line.substring(3).strip());
            } else if (line.startsWith("public record " + type.getSimpleName() + "(")) {
                return parsed(comment);
            } else if (!line.startsWith("@")) {
                comment.clear();
            }
        }
        throw new IllegalStateException("no record " + type.getSimpleName() + " in its file");
    }

    private static JavadocComments parsed(List<String> comment) {
        StringBuilder about = new StringBuilder();
        Map<String, String> components = new LinkedHashMap<>();
        String component = "";
        for (String line : comment) {
            if (line.startsWith("@param ")) {
                String[] words = line.split(" ", 3);
                component = words[1];
                components.put(component, words.length > 2 ? words[2] : "");
            } else if (!component.isEmpty()) {
                components.merge(component, line, (before, more) -> (before + " " + more).strip());
            } else if (!line.isEmpty()) {
                about.append(about.isEmpty() ? "" : " ").append(line);
            }
        }
        return new JavadocComments(about.toString(), components);
    }

    private static List<String> source(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        String file = outer.getName().replace('.', '/') + ".java";
        for (Path sources : SOURCES) {
            if (Files.exists(sources.resolve(file))) {
                try {
                    return Files.readAllLines(sources.resolve(file));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read the source of " + outer, e);
                }
            }
        }
        throw new IllegalStateException("no source of " + outer.getName());
    }
}
