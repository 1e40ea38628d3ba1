package ai.jiga.store.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Takes a well-formed `X-Request-Id` or makes one, and says it in the answer, in every log line, problem and
/// event. A well-formed `traceparent` is kept beside it.
@Provider
@PreMatching
@Priority(1)
public class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
    public static final String HEADER = "X-Request-Id";
    public static final String MDC_KEY = "requestId";
    /// What a log line has of both.
    private static final String LOG_KEY = "request";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    @Override
    public void filter(ContainerRequestContext request) {
        String id = wellFormedOrNew(request.getHeaderString(HEADER));
        request.setProperty(MDC_KEY, id);
        List<String> traces = request.getHeaders().get(TraceContext.HEADER);
        enter(id, TraceContext.traceId(traces == null ? List.of() : traces).orElse(null));
    }

    /// Says in log lines and events from here on which request it is.
    public static void enter(String id, @Nullable String traceId) {
        MDC.put(MDC_KEY, id);
        if (traceId == null) {
            MDC.remove(TraceContext.MDC_KEY);
        } else {
            MDC.put(TraceContext.MDC_KEY, traceId);
        }
        MDC.put(LOG_KEY, traceId == null ? " [" + id + "]" : " [" + id + ", trace " + traceId + "]");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(MDC_KEY) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }

    public static String wellFormedOrNew(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /// Of the request that this thread serves, or null.
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    /// The trace that it belongs to, or null.
    public static @Nullable String currentTrace() {
        return MDC.get(TraceContext.MDC_KEY);
    }
}
