package ai.jiga.store.contracts.user;

import ai.jiga.store.kernel.UserId;

/// A user, as other services see one. The e-mail address is for messages to that user only.
public record UserView(UserId id, String displayName, String email) {}
