package ai.jiga.store.access;

import ai.jiga.store.kernel.Scope;
import org.jspecify.annotations.Nullable;

/// Who may do one operation.
///
/// @param operation its `operationId`, or the name of a WebSocket's door
/// @param who of those who come as themselves
/// @param scope what a secret key needs for it; null: any key may when `forKeys`, and none otherwise
/// @param forKeys whether keys may at all
/// @param forPlayers whether the token that a studio made for a player is enough
/// @param inTest whether it exists for test keys
public record AccessRow(
        String operation, Who who, @Nullable Scope scope, boolean forKeys, boolean forPlayers, boolean inTest) {
    /// Whoever comes as themselves, from the many to the few.
    public enum Who {
        EVERYBODY,
        SIGNED_IN,
        /// Whose thing it is; operators where they look after it.
        OWNER,
        OPERATOR,
        /// Nobody by a sign-in: only by what the other columns name.
        NOBODY
    }
}
