package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;

/// As long as this document exists, under [EmailAddress#documentId], its address belongs to this user and no other.
public record EmailGuard(UserId userId) {}
