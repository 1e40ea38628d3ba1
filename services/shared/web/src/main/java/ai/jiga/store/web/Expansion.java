package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `expand=details,stats`: what a client wants beyond the minimal answer.
///
/// @param parts those named, each one that the address offers
public record Expansion(Set<String> parts) {
    public Expansion {
        parts = Set.copyOf(parts);
    }

    /// @param expand as the client wrote it, or null
    /// @param offered what this address can add
    /// @throws ai.jiga.store.kernel.RejectedException UNKNOWN_FIELD for anything else
    public static Expansion of(@Nullable String expand, String... offered) {
        Set<String> parts = new LinkedHashSet<>();
        for (String name : expand == null ? new String[0] : expand.split(",", -1)) {
            String part = name.strip();
            if (!List.of(offered).contains(part)) {
                throw Rejection.of(
                                ErrorCode.UNKNOWN_FIELD,
                                "'" + part + "' cannot be expanded here. Choose of: " + String.join(", ", offered)
                                        + ".")
                        .asException();
            }
            parts.add(part);
        }
        return new Expansion(parts);
    }

    public boolean has(String part) {
        return parts.contains(part);
    }
}
