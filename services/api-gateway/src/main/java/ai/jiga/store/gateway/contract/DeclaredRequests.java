package ai.jiga.store.gateway.contract;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.web.Nearest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Asks the description what an operation takes, after the caller was found to be allowed and before anything reads
/// what was sent: a parameter that nobody declared is refused by name, and one that was is what it was declared to be.
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class DeclaredRequests implements ContainerRequestFilter {
    private final Contract contract;
    private final ResourceInfo resource;
    private final ConcurrentMap<Method, Optional<DeclaredOperation>> operations = new ConcurrentHashMap<>();

    public DeclaredRequests(Contract contract, ResourceInfo resource) {
        this.contract = contract;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        // Pages for browsers are led to by whoever likes to add something to an address.
        if (method == null || !request.getUriInfo().getPath().startsWith("/api/")) {
            return;
        }
        String verb = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        operations
                .computeIfAbsent(method, m -> contract.operation(verb, pathOf(resource.getResourceClass(), m)))
                .ifPresent(operation -> {
                    checkQuery(operation, request.getUriInfo().getQueryParameters());
                    checkHeaders(operation, request.getHeaders());
                });
    }

    private static String pathOf(Class<?> type, Method method) {
        Path root = type.getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        return (root == null ? "" : root.value()) + (own == null ? "" : "/" + own.value());
    }

    private static void checkQuery(DeclaredOperation operation, MultivaluedMap<String, String> given) {
        given.forEach((name, values) -> {
            DeclaredParameter declared = operation.query().get(name);
            if (declared == null) {
                throw unknown(name, operation).asException();
            }
            declared.problemOf(values).ifPresent(problem -> {
                throw refused(name, problem).asException();
            });
        });
        operation.query().values().stream()
                .filter(parameter -> parameter.required() && !given.containsKey(parameter.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw refused(missing.name(), "is missing").asException();
                });
    }

    private static Rejection unknown(String name, DeclaredOperation operation) {
        String hint = Nearest.to(name, operation.query().keySet())
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> operation.query().isEmpty()
                        ? "This address takes none."
                        : "This address takes "
                                + String.join(", ", operation.query().keySet()) + ".");
        return Rejection.ofFields(
                ErrorCode.UNKNOWN_PARAMETER,
                "Nobody reads the parameter '" + name + "'. " + hint,
                List.of(new FieldError(name, "is unknown. " + hint)));
    }

    private static Rejection refused(String name, String problem) {
        ErrorCode code = switch (name) {
            case "limit" -> ErrorCode.INVALID_LIMIT;
            case "cursor" -> ErrorCode.INVALID_CURSOR;
            case "fields", "expand" -> ErrorCode.UNKNOWN_FIELD;
            case "Idempotency-Key" -> ErrorCode.INVALID_IDEMPOTENCY_KEY;
            case "If-Match" -> ErrorCode.MALFORMED_REQUEST;
            default -> ErrorCode.VALIDATION_FAILED;
        };
        return Rejection.ofFields(code, "'" + name + "' " + problem + ".", List.of(new FieldError(name, problem)));
    }

    /// A header that protects is there or not: an empty one is a client's mistake, which must not pass for none.
    private static void checkHeaders(DeclaredOperation operation, MultivaluedMap<String, String> headers) {
        for (DeclaredParameter declared : operation.headers()) {
            List<String> values = headers.get(declared.name());
            if (values != null) {
                declared.problemOf(values.stream().map(String::strip).toList()).ifPresent(problem -> {
                    throw refused(declared.name(), problem).asException();
                });
            }
        }
    }
}
