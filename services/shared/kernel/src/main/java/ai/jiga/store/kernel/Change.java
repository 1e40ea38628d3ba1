package ai.jiga.store.kernel;

import org.jspecify.annotations.Nullable;

/// What a merge patch (RFC 7396) says of a member that may be taken away. A member that is left out has none.
///
/// @param to null: it is taken away
public record Change<T>(@Nullable T to) {
    /// @param change null: it is left as it is
    public static <T> @Nullable T of(@Nullable Change<T> change, @Nullable T before) {
        return change == null ? before : change.to();
    }
}
