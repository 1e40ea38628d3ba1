package ai.jiga.store.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The addresses of the store and which methods each takes, however it is served. Of several templates that fit a path
/// the one with the earlier literal segment counts, as in OpenAPI: `/agents/system` is not the agent of that id.
///
/// Immutable, made once the routes are known.
final class Addresses {
    /// Of the store as a whole, and of a path where nothing is: its 404 must be readable, too.
    static final Set<String> ALL = new TreeSet<>(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));

    private final Node root = new Node();

    /// @param template `/agents/{id}` or `/agents/:id`
    record Route(String template, String method) {}

    /// @param template `/agents/{id}`
    /// @param methods in alphabetical order; HEAD is there where GET is, and OPTIONS everywhere
    record Address(String template, Set<String> methods) {
        String list() {
            return String.join(", ", methods);
        }
    }

    Addresses(Collection<Route> routes) {
        for (Route route : routes) {
            Node node = root;
            for (String segment : segments(route.template())) {
                node = node.child(segment);
            }
            node.add(route);
        }
    }

    /// @param path without its query
    /// @return null when there is nothing
    @Nullable
    Address at(String path) {
        return root.find(segments(path), 0);
    }

    /// As the router and the resources see it: a slash at the end makes no difference.
    private static String[] segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        if (inner.endsWith("/")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        return inner.split("/", -1);
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node parameter;
        private @Nullable Address address;

        private Node child(String segment) {
            if (!segment.startsWith("{") && !segment.startsWith(":")) {
                return literals.computeIfAbsent(segment, s -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        private void add(Route route) {
            Address known = address;
            if (known == null) {
                String template = route.template().replaceAll("/:([^/]+)", "/{$1}");
                known = new Address(template, new TreeSet<>());
                address = known;
            }
            known.methods().add(route.method());
            known.methods().add("OPTIONS");
            if (route.method().equals("GET")) {
                known.methods().add("HEAD");
            }
        }

        private @Nullable Address find(String[] segments, int at) {
            if (at == segments.length) {
                return address;
            }
            Node literal = literals.get(segments[at]);
            Address found = literal == null ? null : literal.find(segments, at + 1);
            Node other = parameter;
            return found == null && other != null && !segments[at].isEmpty() ? other.find(segments, at + 1) : found;
        }
    }
}
