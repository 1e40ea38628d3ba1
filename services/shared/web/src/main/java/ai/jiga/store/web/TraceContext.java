package ai.jiga.store.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `traceparent` of W3C Trace Context: by which trace somebody else follows what a request causes.
public final class TraceContext {
    public static final String HEADER = "traceparent";
    /// Of the mapped diagnostic context.
    public static final String MDC_KEY = "traceId";

    /// Version, trace id, parent id and flags. A later version may say more behind them, and 255 is none.
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");
    private static final String FIRST_VERSION = "00-";
    private static final int FIRST_VERSION_LENGTH = 55;

    private TraceContext() {}

    /// @param values of the header; more than one is as good as none
    /// @return the trace id, 32 hexadecimal digits
    public static Optional<String> traceId(List<String> values) {
        if (values.size() != 1) {
            return Optional.empty();
        }
        String value = values.getFirst().strip();
        if (value.startsWith(FIRST_VERSION) && value.length() != FIRST_VERSION_LENGTH) {
            return Optional.empty();
        }
        var parts = WELL_FORMED.matcher(value);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
