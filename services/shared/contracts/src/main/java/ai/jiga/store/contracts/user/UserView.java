package ai.jiga.store.contracts.user;

import ai.jiga.store.kernel.UserId;
import org.jspecify.annotations.Nullable;

/// A user, as other services see one. The e-mail address is for messages to that user only, and not everybody has one.
public record UserView(
        UserId id, String displayName, @Nullable String email) {}
